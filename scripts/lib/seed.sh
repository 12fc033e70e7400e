# A small, realistic Windows: two users, Chinese file names, mail, programs. Sourced by wine.sh.

# Outlook writes this into its file: the length that the file must have (a Unicode PST: magic !BDN at 0, client SM at 8,
# version 23 at 10, the file's size at 184; format described by libpff's documentation "Personal Folder File (PFF)").
# pst_file PATH RECORDED_BYTES ACTUAL_BYTES
pst_file() {
  mkdir -p "$(dirname "$1")"
  pst_header "$2" >"$1"
  truncate -s "$3" "$1"
}

pst_header() {
  printf '!BDN\0\0\0\0SM\x17\0'
  head -c 172 /dev/zero
  little_endian_64 "$1"
}

little_endian_64() {
  local number=$1 place
  for place in 1 2 3 4 5 6 7 8; do
    # shellcheck disable=SC2059 # the format is the byte
    printf "\\x$(printf %02x $((number & 255)))"
    number=$((number >> 8))
  done
}

# some_file PATH BYTES
some_file() {
  mkdir -p "$(dirname "$1")"
  head -c "$2" /dev/zero | tr '\0' 'x' >"$1"
}

shortcut() {
  mkdir -p "$(dirname "$1")"
  printf '[InternetShortcut]\r\nURL=%s\r\n' "$2" >"$1"
}

# UTF-16LE hexadecimal with the terminating null, as a .reg file's hex values want it.
registry_hex() {
  { printf '%s' "$1" | iconv -f utf-8 -t utf-16le && printf '\0\0'; } |
    od -An -v -tx1 | tr -s ' \n' ',' | sed 's/^,//; s/,$//'
}

seed_files() {
  local users=$WINEPREFIX/drive_c/users d=$WINEPREFIX/drive_d
  mkdir -p "$d"
  ln -sfn ../drive_d "$WINEPREFIX/dosdevices/d:"

  some_file "$users/zhangsan/Documents/2025年度工作总结.docx" 48211
  some_file "$users/zhangsan/Documents/合同/采购合同 (最终版).pdf" 181044
  some_file "$users/zhangsan/Documents/合同/报价单.xls" 30720
  some_file "$users/zhangsan/Desktop/待办事项.txt" 812
  some_file "$users/zhangsan/Desktop/Scan 001.tif" 204800
  some_file "$users/zhangsan/Pictures/春游/DSC00017.JPG" 350001
  shortcut "$users/zhangsan/Favorites/公司 OA.url" 'http://oa.example.com/'
  shortcut "$users/zhangsan/Favorites/Links/新闻.url" 'http://news.example.com/'
  pst_file "$users/zhangsan/AppData/Local/Microsoft/Outlook/Outlook.pst" 271360 271360
  pst_file "$d/邮件/客户往来.pst" 566272 566272

  some_file "$users/李四/Documents/财务报表.xlsx" 77312
  some_file "$users/李四/Documents/读我.txt" 1023
  # The copy broke off: the file says 2,302,976 bytes and has 1,048,576.
  pst_file "$users/李四/Documents/Outlook 文件/archive.pst" 2302976 1048576
  shortcut "$users/李四/Favorites/银行.url" 'https://bank.example.com/'
  some_file "$users/李四/Pictures/证件照.jpg" 65537
  mkdir -p "$users/李四/Desktop" "$users/李四/AppData/Roaming" "$users/李四/AppData/Local"
  some_file "$d/李四/桌面/会议纪要.doc" 25600
  some_file "$d/李四/桌面/新建文件夹/照片.zip" 512000

  some_file "$WINEPREFIX/drive_c/财务数据/2024/凭证.dbf" 99328
  some_file "$WINEPREFIX/drive_c/财务数据/2025/凭证.dbf" 120832
}

# The disk that C: lies on, which Wine does not have: an MBR with a sound NTFS volume.
seed_disk() {
  local raw=$WINEPREFIX/raw offset=1048576
  mkdir -p "$raw"
  truncate -s 32M "$raw/c.img"
  /usr/sbin/mkntfs -F -q -L 系统 -p 2048 -H 255 -S 63 "$raw/c.img" >/dev/null 2>&1
  truncate -s 48M "$raw/disk0.img"
  printf 'label: dos\nstart=2048, size=65536, type=7, bootable\n' | /usr/sbin/sfdisk -q "$raw/disk0.img" >/dev/null
  dd if="$raw/c.img" of="$raw/disk0.img" bs=$offset seek=1 conv=notrunc,sparse status=none
  rm "$raw/c.img"
  ln -sfn ../raw/disk0.img "$WINEPREFIX/dosdevices/physicaldrive0"
}

# The machine's part of the registry.
seed_machine() {
  cat <<REG
Windows Registry Editor Version 5.00

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion]
"CurrentBuild"="19045"
"CurrentBuildNumber"="19045"
"DisplayVersion"="22H2"
"EditionID"="Professional"
"ProductName"="Windows 10 Pro"

; The stick's drive: Wine calls a removable disk a floppy.
[HKEY_LOCAL_MACHINE\\Software\\Wine\\Drives]
"e:"="floppy"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ProfileList\\$SECOND_USER_SID]
"ProfileImagePath"=hex(2):$(registry_hex 'C:\users\李四')
"Flags"=dword:00000000
"State"=dword:00000000

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\WinRAR archiver]
"DisplayName"="WinRAR 3.80"
"DisplayVersion"="3.80.0"
"Publisher"="win.rar GmbH"
"InstallLocation"="C:\\\\Program Files\\\\WinRAR"
"UninstallString"="C:\\\\Program Files\\\\WinRAR\\\\uninstall.exe"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\暴风影音]
"DisplayName"="暴风影音 3.10"
"DisplayVersion"="3.10.5.16"
"Publisher"="北京暴风网际科技有限公司"
"InstallLocation"="C:\\\\Program Files (x86)\\\\StormII"
"UninstallString"="C:\\\\Program Files (x86)\\\\StormII\\\\uninst.exe"
REG
}

# The first user's: a mail file that Outlook has registered and that lies outside of his profile.
seed_first_user() {
  local outlook='Software\Microsoft\Windows NT\CurrentVersion\Windows Messaging Subsystem\Profiles\Outlook'
  cat <<REG
Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\$outlook\\a1b2c3d4e5f60718293a4b5c6d7e8f90]
"001f3001"=hex:$(registry_hex '客户往来')
"001f6700"=hex:$(registry_hex 'D:\邮件\客户往来.pst')

[HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]
"ProxyEnable"=dword:00000000
REG
}

# The second user's whole hive: his desktop was moved to D:.
seed_second_user() {
  local user="HKEY_USERS\\$SECOND_USER_SID"
  local explorer='Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
  cat <<REG
Windows Registry Editor Version 5.00

[$user\\$explorer]
"Desktop"=hex(2):$(registry_hex 'D:\李四\桌面')
"Personal"=hex(2):$(registry_hex '%USERPROFILE%\Documents')
"Favorites"=hex(2):$(registry_hex '%USERPROFILE%\Favorites')
"My Pictures"=hex(2):$(registry_hex '%USERPROFILE%\Pictures')
"AppData"=hex(2):$(registry_hex '%USERPROFILE%\AppData\Roaming')
"Local AppData"=hex(2):$(registry_hex '%USERPROFILE%\AppData\Local')

[$user\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings]
"ProxyEnable"=dword:00000000

[$user\\Volatile Environment]
"USERNAME"="李四"
REG
}

# registry_file NAME: standard input as the UTF-16 file that Windows itself would have exported.
registry_file() { { printf '\xff\xfe' && sed 's/$/\r/' | iconv -f utf-8 -t utf-16le; } >"$1"; }

# Fills the prefix $WINEPREFIX, once.
wine_seed() {
  seed_files
  seed_machine | registry_file "$WINEPREFIX/drive_c/machine.reg"
  seed_first_user | registry_file "$WINEPREFIX/drive_c/first-user.reg"
  seed_second_user | registry_file "$WINEPREFIX/second-user.reg"
  quiet wine reg import 'C:\machine.reg'
  quiet wine reg import 'C:\first-user.reg'
  wineserver -k
  wineserver -w
  rm "$WINEPREFIX"/drive_c/*.reg
  seed_disk
}
