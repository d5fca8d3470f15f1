"""LibreOffice as the second judge of a Word file: accept or reject all changes, or make a PDF of it.

A profile of its own, so that a running office is left alone; a small Basic macro, since not every
installation brings Python.
"""

from __future__ import annotations

import os
import signal
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_LIBRARY = (
    '<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">'
    '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
    'library:readonly="false" library:passwordprotected="false"><library:element library:name="Module1"/>'
    "</library:library>"
)
_LIBRARIES = (
    '<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">'
    '<library:libraries xmlns:library="http://openoffice.org/2000/library" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><library:library library:name="Standard" '
    'xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>'
    "</library:libraries>"
)
_MODULE = """
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, Array())
  End If
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  doc.storeToURL(target, filter())
  doc.close(True)
End Sub
</script:module>
"""
ACCEPT, REJECT, KEEP = ".uno:AcceptAllTrackedChanges", ".uno:RejectAllTrackedChanges", ""


class NoBasicError(Exception):
    """Nothing was saved: this LibreOffice does not run Basic."""


class LibreOffice:
    """An office at `program` that works in `folder`."""

    def __init__(self, program: str, folder: Path) -> None:
        self._program = program
        self._folder = folder
        self._run("--terminate_after_init")  # makes the profile, which would overwrite the macro
        basic = folder / "profile" / "user" / "basic"
        (basic / "Standard").mkdir(parents=True, exist_ok=True)
        (basic / "script.xlc").write_text(_HEAD + _LIBRARIES)
        (basic / "Standard" / "script.xlb").write_text(_HEAD + _LIBRARY)
        (basic / "Standard" / "Module1.xba").write_text(_HEAD + _MODULE.strip())

    def settled(self, data: bytes, command: str) -> bytes:
        """The file as LibreOffice saves it after a command."""
        source, target = self._folder / "in.docx", self._folder / "out.docx"
        source.write_bytes(data)
        target.unlink(missing_ok=True)
        call = f'Standard.Module1.Settle("{source.as_uri()}","{target.as_uri()}","{command}")'
        self._run(f"macro:///{call}")
        if not target.is_file():
            raise NoBasicError
        return target.read_bytes()

    def pdf(self, data: bytes) -> Path:
        """The path of the PDF it makes, tracked changes shown."""
        source = self._folder / "in.docx"
        source.write_bytes(data)
        self._run("--convert-to", "pdf", "--outdir", str(self._folder), str(source))
        return self._folder / "in.pdf"

    def _run(self, *arguments: str) -> None:
        profile = (self._folder / "profile").as_uri()
        command = [self._program, f"-env:UserInstallation={profile}", "--headless", "--norestore", *arguments]
        office = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        try:
            assert office.wait(timeout=120) == 0
        except BaseException:
            os.killpg(office.pid, signal.SIGKILL)  # the office itself is a child of what was started
            raise
