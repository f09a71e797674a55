"""The loading of plugins, each on its own.

A plugin that fails to import, breaks the contract or raises is reported by its name and skipped;
it never takes the program down, nor another plugin with it. The built-in exporters come in by the
same door, the entry-point group ``chrono``. There is no global manager: `create_plugin_manager`
makes a value that its caller keeps.
"""

from __future__ import annotations

import difflib
import importlib.util
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass, field, replace
from functools import partial
from hashlib import sha256
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from types import ModuleType

import pluggy

from chrono import hookspecs
from chrono.errors import ChronoError, ExportError, PluginError, Problem
from chrono.hookspecs import PROJECT, Exporter, Options
from chrono.model import Chronology

BUILT_IN = tuple(
    EntryPoint(name, f"chrono.exporters.{name}", PROJECT) for name in ("ical", "json", "markdown")
)
"""The entry points of chrono itself, for a source tree that was never installed."""

_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_SUFFIX = re.compile(r"\.[A-Za-z0-9][A-Za-z0-9._-]*")
_MEDIA_TYPE = re.compile(r"[\w!#$&^.+-]+/[\w!#$&^.+-]+(\s*;[ -~]*)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PluginInfo:
    """What there is to know of one plugin, whether it works or not.

    `source` is the distribution or the file that it came from; `error` is one line, or "".
    """

    name: str
    version: str = ""
    source: str = ""
    hooks: tuple[str, ...] = ()
    exporters: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Rendered:
    """The bytes of an export, and what its exporter warns of."""

    content: bytes
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Plugins:
    """The plugins that were found, the exporters that they give, and what went wrong.

    `exporters` are those that can be used, by name, sorted; `plugins` is the listing, in the
    order of loading; `problems` name the plugin that each concerns.
    """

    exporters: Mapping[str, Exporter]
    plugins: tuple[PluginInfo, ...] = ()
    problems: tuple[Problem, ...] = ()
    _owners: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)

    def exporter(self, name: str) -> Exporter:
        """The exporter of that name.

        Raises:
            PluginError: two plugins claim the name; the message names both.
            ExportError: there is none; the message names those that there are.

        """
        owners = self._owners.get(name, ())
        if len(owners) > 1:
            raise PluginError(_clash(name, owners))
        try:
            return self.exporters[name]
        except KeyError:
            known = ", ".join(self.exporters) or "none"
            raise ExportError(f"there is no format {name!r}; there are: {known}") from None

    def schema(self, name: str) -> str:
        """What describes a format for machines.

        Raises:
            PluginError: two plugins claim the format.
            ExportError: no such format, or it has no schema, or that cannot be had.

        """
        exporter = self.exporter(name)
        if exporter.schema is None:
            raise ExportError(f"the format {name!r} has no schema")
        try:
            return str(exporter.schema())
        except (ChronoError, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise ExportError(f"the schema of format {name!r} failed: {_said(error)}") from error

    def render(self, name: str, chronology: Chronology, options: Options | None = None) -> Rendered:
        """The bytes of a chronology in a format, with the warnings of its exporter.

        Raises:
            PluginError: two plugins claim the format.
            ExportError: no such format, an unknown option, or the exporter failed or gave no
                bytes; the message names the plugin.

        """
        exporter = self.exporter(name)
        options = dict(options or {})
        if exporter.options is not None:
            refuse_unknown(name, options, exporter.options)
        plugin = self._owners.get(name, ("?",))[0]
        try:
            content: object = exporter.render(chronology, options)
            if not isinstance(content, bytes):
                gave = type(content).__name__
                raise ExportError(
                    f"the format {name!r} of plugin {plugin!r} gave {gave}, not bytes"
                )
            problems = tuple(exporter.check(chronology, options, content)) if exporter.check else ()
        except (ChronoError, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise ExportError(
                f"the format {name!r} of plugin {plugin!r} failed: {_said(error)}"
            ) from error
        return Rendered(content, problems)


def refuse_unknown(name: str, options: Options, known: Mapping[str, str]) -> None:
    """Raise `ExportError` for an option that is not among the known ones of a format."""
    for option in options:
        if option not in known:
            near = difflib.get_close_matches(option, known, 1)
            hint = (
                f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known) or 'none'}"
            )
            raise ExportError(f"the format {name!r} has no option {option!r}; {hint}")


def create_plugin_manager(
    load_entry_points: bool = True, plugins_dir: str | Path | None = None
) -> Plugins:
    """Find, load and ask every plugin, each on its own.

    The built-in exporters are always there; `load_entry_points` False leaves out those of other
    packages. `plugins_dir` is a folder of .py files (those that begin with "_" are skipped).
    Nothing is raised for a plugin that fails; KeyboardInterrupt alone passes.

    >>> sorted(create_plugin_manager(load_entry_points=False).exporters)
    ['ical', 'json', 'markdown']
    """
    loader = _Loader()
    # what a plugin prints must not end up in the export that standard output carries
    with redirect_stdout(sys.stderr):
        for point in loader.entry_points(load_entry_points):
            loader.load(_info(point), point.load)
        if plugins_dir is not None:
            for file in loader.files(Path(plugins_dir)):
                loader.load(PluginInfo(file.name, source=str(file)), partial(_module, file))
        return loader.ask()


class _Loader:
    """The state of one loading: the pluggy manager, the listing, the problems."""

    def __init__(self) -> None:
        self.manager = pluggy.PluginManager(PROJECT)
        self.manager.add_hookspecs(hookspecs)
        self.infos: dict[str, PluginInfo] = {}
        self.problems: list[Problem] = []

    def fail(self, name: str, what: str) -> None:
        """Note what went wrong with a plugin; its first error is the one that the listing shows."""
        self.problems.append(Problem(f"plugin {name}", what))
        info = self.infos.get(name)
        if info is not None and not info.error:
            self.infos[name] = replace(info, error=what)

    def entry_points(self, others: bool) -> Iterator[EntryPoint]:
        """The entry points of the group, each once; the built-in ones first.

        An uninstalled source tree has no metadata, so the built-in ones come from a list if need
        be; an editable install beside a built one lists the same entry point twice.
        """
        try:
            installed = list(entry_points(group=PROJECT)) if others else []
            installed.sort(key=lambda p: (p.name, p.value))
        except Exception as error:  # the metadata of any package may be broken
            self.problems.append(Problem("plugins", f"cannot be looked up: {_said(error)}"))
            installed = []
        found = {(point.name, point.value): point for point in BUILT_IN}
        for point in installed:
            found[point.name, point.value] = point
        yield from found.values()

    def files(self, folder: Path) -> Iterator[Path]:
        """The plugin files of a folder, sorted by name."""
        try:
            if not folder.is_dir():
                self.problems.append(Problem(str(folder), "no such folder of plugins"))
                return
            files = sorted(p for p in folder.iterdir() if p.suffix == ".py" and p.name[0] != "_")
        except OSError as error:
            self.problems.append(Problem(str(folder), f"cannot be read: {error.strerror}"))
            return
        yield from files

    def load(self, info: PluginInfo, load: Callable[[], object]) -> None:
        """Import one plugin and register it; whatever happens stays here."""
        name = info.name
        if name in self.infos:  # two distributions may choose one name
            name = f"{name} ({info.source})"
            if name in self.infos:
                return
            info = replace(info, name=name)
        self.infos[name] = info
        try:
            plugin = load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # SystemExit too: an import must not end the program
            self.fail(name, f"cannot be loaded: {_said(error)}")
            return
        try:
            self.manager.register(plugin, name)
            self.manager.check_pending()
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self.fail(name, self.breach(name, error))
            self.manager.unregister(name=name)
            return
        hooks = tuple(sorted(c.name for c in self.manager.get_hookcallers(plugin) or ()))
        self.infos[name] = replace(info, hooks=hooks)
        if not hooks:
            self.fail(name, "has no hook: mark its functions with @chrono.hookimpl")

    def breach(self, name: str, error: BaseException) -> str:
        """Say in one line how a plugin breaks the contract."""
        known = [hook for hook in vars(self.manager.hook) if getattr(self.manager.hook, hook).spec]
        for hook, caller in vars(self.manager.hook).items():
            if not caller.has_spec() and any(i.plugin_name == name for i in caller.get_hookimpls()):
                near = difflib.get_close_matches(hook, known, 1)
                return f"unknown hook {hook!r}; " + (
                    f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(known)}"
                )
        return f"breaks the contract: {_said(error)}"

    def ask(self) -> Plugins:
        """Call every hook of every plugin on its own, check what comes back, and sum up."""
        found: dict[str, list[tuple[str, Exporter]]] = {}
        # pluggy keeps implementations in reverse order of registration only within a kind:
        # the order of the listing is the one that people can follow
        impls = {i.plugin_name: i for i in self.manager.hook.register_exporters.get_hookimpls()}
        for plugin in list(self.infos):
            if (impl := impls.get(plugin)) is None:
                continue
            if impl.hookwrapper or impl.wrapper:
                self.fail(plugin, "register_exporters cannot be a wrapper: hooks are called alone")
                continue
            try:
                exporters = tuple(self.checked(plugin, impl.function()))
            except KeyboardInterrupt:
                raise
            except BaseException as error:
                self.fail(plugin, f"register_exporters failed: {_said(error)}")
                continue
            names = tuple(e.name for e in exporters)
            self.infos[plugin] = replace(self.infos[plugin], exporters=names)
            for exporter in exporters:
                found.setdefault(exporter.name, []).append((plugin, exporter))
        owners = {name: tuple(p for p, _ in both) for name, both in sorted(found.items())}
        for name, plugins in owners.items():
            if len(plugins) > 1:
                for plugin in dict.fromkeys(plugins):
                    self.fail(plugin, _clash(name, plugins))
        usable = {name: found[name][0][1] for name, claims in owners.items() if len(claims) == 1}
        return Plugins(usable, tuple(self.infos.values()), tuple(self.problems), owners)

    def checked(self, plugin: str, result: object) -> Iterator[Exporter]:
        """The exporters of a result that are what they should be; the others are reported."""
        if not isinstance(result, Sequence) or isinstance(result, (str, bytes)):
            self.fail(plugin, f"register_exporters gave {type(result).__name__}, not a list")
            return
        for exporter in result:
            fault = _fault(exporter)
            if fault:
                self.fail(plugin, fault)
            else:
                yield exporter


def _fault(exporter: object) -> str:
    """What is wrong with an exporter, or ""."""
    if not isinstance(exporter, Exporter):
        return f"register_exporters gave a {type(exporter).__name__} where an Exporter belongs"
    for name, pattern in (("name", _NAME), ("suffix", _SUFFIX), ("media_type", _MEDIA_TYPE)):
        value: object = getattr(exporter, name)
        if not isinstance(value, str) or not pattern.fullmatch(value):
            return f"an exporter has the {name} {value!r}, which cannot be one"
    for name in ("render", "check", "schema"):
        value = getattr(exporter, name)
        if not callable(value) and (value is not None or name == "render"):
            return f"the {name} of exporter {exporter.name!r} cannot be called"
    options: object = exporter.options
    if options is not None and not isinstance(options, Mapping):
        return f"the options of exporter {exporter.name!r} are no mapping"
    return ""


def _clash(name: str, plugins: Sequence[str]) -> str:
    both = " and ".join(repr(p) for p in plugins)
    return f"the format {name!r} is claimed by {both}: uninstall one of them"


def _info(point: EntryPoint) -> PluginInfo:
    """What the metadata says of the package that a plugin comes from, if it says anything."""
    try:
        dist = point.dist
        version, name = (dist.version, dist.name) if dist else ("", "")
    except Exception:  # a package without its METADATA
        version = name = ""
    return PluginInfo(point.name, version or "", name or point.value)


def _module(file: Path) -> ModuleType:
    """Import a .py file under a name of its own, so that no two files meet in `sys.modules`."""
    name = f"chrono_plugin_{sha256(str(file.resolve()).encode()).hexdigest()[:12]}"
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses and pickle look their module up there
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _said(error: BaseException) -> str:
    """An exception in one line that cannot fail itself."""
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    name = type(error).__name__
    text = text if len(text) <= 300 else text[:299] + "…"
    return f"{name}: {text}" if text else name
