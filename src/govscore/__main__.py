"""The door: `--version` at once, everything else through the command line, errors to exit codes.

Exit codes: 0 everything was evaluated and every gate held; 1 evaluated, with findings or failed
gates; 2 could not evaluate; 3 a bug; 128 and its number when a signal ended it.
"""

from __future__ import annotations

import gc
import os
import signal
import sys

from govscore.version import __version__

TYPE_CHECKING = False  # importing typing would cost more than all the rest of `--version`
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn, TextIO

_ENDINGS = ("SIGINT", "SIGTERM", "SIGHUP")


def main() -> None:
    """Run govscore on the arguments of the process, and exit."""
    _stand_in_for_closed_streams()
    arguments = sys.argv[1:]
    at_once = arguments == ["--version"]
    code = _flushed(_version() if at_once else _run(arguments))
    gc.freeze()  # what is left ends with the process; nobody need look for cycles in it
    if code or not at_once:
        sys.exit(code)


def _version() -> int:
    try:
        print(f"govscore {__version__}")
    except OSError as error:
        _tell_of_a_stream(error)
        return 2
    return 0


def _heed(name: str) -> None:
    """Leave in good order at a signal, unless whoever started us said to ignore it (`nohup`)."""
    number = getattr(signal, name, None)
    if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
        signal.signal(number, _leave)


def _leave(number: int, frame: FrameType | None) -> NoReturn:
    """End as after an error: workers stop, and nothing half-written stays."""
    del frame
    sys.exit(128 + number)


def _seldom_collect() -> None:
    """Look for garbage cycles seldom: what starting makes stays, and practices leave next to none.

    By Python's own measure it would be done a hundred times before the first file is read.
    """
    gc.set_threshold(50_000, 50, 100)


def _alone() -> None:
    """Keep pydantic's plugins out: another package's could change what is valid.

    Only to look for them it would read the records of all that is installed.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"


def _run(given: list[str]) -> int:
    _alone()
    _seldom_collect()
    for name in _ENDINGS:
        _heed(name)
    from govscore.errors import SetupError

    debug = "--debug" in given
    arguments = [each for each in given if each != "--debug"]
    try:
        from govscore.cli import mounted

        mounted(arguments)(arguments, prog_name="govscore")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 2
    except SetupError as error:
        from govscore.cli import _terminal

        _terminal.setup(error)
        return 2
    except MemoryError:
        sys.stderr.write("govscore: there is not enough memory\n")
        return 2
    except Exception as error:
        refused = isinstance(error, OSError) or _is_of_a_library(error)
        if debug or not refused:
            _tell_of_a_bug(error, debug=debug)
        else:
            _tell_of_the_system(error)
        return 2 if refused else 3
    return 0


def _tell_of_the_system(error: Exception) -> None:
    """Say what the system refuses: of a stream, or of a file that nobody expected trouble from."""
    from govscore.cli import _terminal

    if not isinstance(error, OSError):
        _terminal.say(f"govscore: a library cannot be loaded: {error}")
    elif _is_of_a_stream(error):
        _tell_of_a_stream(error)
    elif _is_lost():
        _terminal.say("govscore: the folder it was started in is no longer there")
    else:
        name = f"{os.fsdecode(error.filename)}: " if isinstance(error.filename, str | bytes) else ""
        _terminal.say(f"govscore: {name}{error.strerror or error}")


def _is_lost() -> bool:
    """Tell whether the working folder is gone."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib costs time
    except OSError:
        return True
    return False


def _is_of_a_library(error: Exception) -> bool:
    """Tell whether the system refused to load one, as it does when memory is short."""
    return isinstance(error, ImportError) and str(error.path).endswith((".so", ".pyd"))


def _tell_of_a_bug(error: Exception, *, debug: bool) -> None:
    """Say that govscore failed, and where if that was asked for; the error may quote a file."""
    import traceback

    from govscore.cli import _terminal

    if debug:
        for line in "".join(traceback.format_exception(error)).splitlines():
            _terminal.say(line)
        return
    _terminal.say(f"govscore: a bug, sorry: {type(error).__name__}: {error}")
    _terminal.say("Run again with --debug to see where, and please report it.")


def _stand_in_for_closed_streams() -> None:
    """Put something in the place of a stream that was closed before we began.

    Nothing can be written to what stands for standard output; what is said beside it is lost.
    """
    if sys.stdout is None:
        sys.stdout = open(os.devnull)  # noqa: PTH123, SIM115 - pathlib costs time; it stays open
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w")  # noqa: PTH123, SIM115 - as above


def _is_of_a_stream(error: OSError) -> bool:
    """Tell whether standard output or error was closed or full; errors of files name the file."""
    import errno
    import io

    if error.filename is not None:
        return False
    full = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EBADF}
    return isinstance(error, io.UnsupportedOperation) or error.errno in full


def _tell_of_a_stream(error: OSError) -> None:
    from govscore.cli import _terminal

    reason = getattr(error, "strerror", None) or "it is closed"
    _terminal.say(f"govscore: cannot write to standard output: {reason}")


def _fails(stream: TextIO) -> bool:
    try:
        stream.flush()
    except OSError:
        return True
    return False


def _flushed(code: int) -> int:
    """Write what is still held back, and give the exit code that this leads to.

    What cannot be written is dropped, lest the interpreter try again as it ends.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        _drop(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            _tell_of_a_stream(error)
            code = 2
    if _fails(sys.stderr):
        _drop(sys.stderr)
    return code


def _drop(stream: TextIO) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


if __name__ == "__main__":
    main()
