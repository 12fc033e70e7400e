Target amd64-unicode
Unicode true
Name "FeiQ"
OutFile "FeiQ.exe"
RequestExecutionLevel user
SilentInstall silent
VIProductVersion "2.5.1.7"
VIAddVersionKey "ProductName" "FeiQ"
VIAddVersionKey "FileDescription" "FeiQ"
VIAddVersionKey "FileVersion" "2.5"
VIAddVersionKey "CompanyName" "FeiQ"
VIAddVersionKey "LegalCopyright" "-"

Section
SectionEnd
