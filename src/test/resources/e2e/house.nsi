; A setup whose behaviour is chosen when it is made: EXIT, HANG, SLOW, NOTHING; NAME and FILE name it.
Target amd64-unicode
Unicode true
Name "${NAME}"
OutFile "${FILE}.exe"
InstallDir "$PROGRAMFILES64\${FILE}"
RequestExecutionLevel admin
SilentInstall silent
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${FILE}"

Section
!ifdef HANG
  loop:
  Sleep 500
  Goto loop
!endif
!ifdef SLOW
  Sleep 8000
!endif
!ifndef NOTHING
  SetRegView 64
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninst.exe"
  WriteRegStr HKLM "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKLM "${KEY}" "UninstallString" "$INSTDIR\uninst.exe"
!endif
!ifdef EXIT
  SetErrorLevel ${EXIT}
!endif
SectionEnd

Section "Uninstall"
  SetRegView 64
  Delete "$INSTDIR\uninst.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
