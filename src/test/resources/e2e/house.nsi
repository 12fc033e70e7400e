; A setup whose behaviour is chosen when it is made: EXIT, HANG, SLOW, NOTHING, BUSY (the first time another installation is
; in its way), QUIET (it says how it is uninstalled silently), NARROW (it is a 32-bit program),
; CONTROL (it registers the control house.dll); NAME and FILE name it.
!ifdef NARROW
Target x86-unicode
!define VIEW 32
!define PROGRAMS "$PROGRAMFILES32"
!else
Target amd64-unicode
!define VIEW 64
!define PROGRAMS "$PROGRAMFILES64"
!endif
Unicode true
Name "${NAME}"
OutFile "${FILE}.exe"
InstallDir "${PROGRAMS}\${FILE}"
RequestExecutionLevel admin
SilentInstall silent
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FILE}"

Section
!ifdef BUSY
  ReadRegStr $0 HKLM "Software\${FILE}" "Tried"
  StrCmp $0 "yes" again
  WriteRegStr HKLM "Software\${FILE}" "Tried" "yes"
  SetErrorLevel 1618
  Quit
  again:
!endif
!ifdef HANG
  loop:
  Sleep 500
  Goto loop
!endif
!ifdef SLOW
  Sleep 8000
!endif
!ifndef NOTHING
  SetRegView ${VIEW}
  SetOutPath "$INSTDIR"
!ifdef CONTROL
  File "house.dll"
  ExecWait '"$SYSDIR\regsvr32.exe" /s "$INSTDIR\house.dll"'
!endif
  WriteUninstaller "$INSTDIR\uninst.exe"
  WriteRegStr HKLM "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${KEY}" "UninstallString" "$INSTDIR\uninst.exe"
!ifdef QUIET
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\uninst.exe" /S'
!endif
!endif
!ifdef EXIT
  SetErrorLevel ${EXIT}
!endif
SectionEnd

Section "Uninstall"
  SetRegView ${VIEW}
!ifdef CONTROL
  ExecWait '"$SYSDIR\regsvr32.exe" /u /s "$INSTDIR\house.dll"'
  Delete "$INSTDIR\house.dll"
!endif
  Delete "$INSTDIR\uninst.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
