Target amd64-unicode
Unicode true
Name "码头看图"
OutFile "setup.exe"
InstallDir "$PROGRAMFILES64\DockView"
RequestExecutionLevel admin
SilentInstall silent

Section
  SetRegView 64
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninst.exe"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\DockView" "DisplayName" "码头看图 5.0"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\DockView" "DisplayVersion" "5.0.1"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\DockView" "Publisher" "码头软件"
  WriteRegStr HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\DockView" "UninstallString" "$INSTDIR\uninst.exe"
SectionEnd

Section "Uninstall"
  SetRegView 64
  Delete "$INSTDIR\uninst.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKLM "Software\Microsoft\Windows\CurrentVersion\Uninstall\DockView"
SectionEnd
