# Wine as a small Windows for tests and for trying the program on Linux. Sourced, not run. Needs common.sh.
#
# target/wine/template   a fresh Windows 10, made once (15 s)
# target/wine/seeded     the same with people and their data in it (wine_seed)
# Prefixes are copied from these in a third of a second: system files are hard links, the registry and users are copies.

WINE_HOME=$ROOT/target/wine
# The second user's registry hive. Wine keeps only the first user's over a restart of its server, so this is a file
# in the prefix that is imported before use.
SECOND_USER_SID=S-1-5-21-1004336348-1177238915-682003330-1002

# A Simplified Chinese Windows (ANSI code page 936), no windows on any screen, no debugger that pops up, one user name.
wine_environment() {
  export LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8 WINEARCH=win64 WINEDEBUG=-all
  export WINEDLLOVERRIDES='winedbg.exe=d;mscoree=d;mshtml=d' USER=zhangsan LOGNAME=zhangsan
  unset DISPLAY WAYLAND_DISPLAY
}

install_wine() {
  install_missing wine wine64 unzip ntfs-3g fdisk
  install_locale
}

# quiet COMMAND...: runs it with a time limit; its words go to a file, because Wine's services keep a pipe open forever.
quiet() {
  local log=$WINE_HOME/log
  (cd "$WINEPREFIX/drive_c" 2>/dev/null || cd / && timeout 120 "$@" >"$log" 2>&1 </dev/null) || {
    local code=$?
    tail -5 "$log" >&2
    say "error: exit code $code from: $*"
    return "$code"
  }
}

# Makes the template, in one step that is never seen half done.
wine_template() {
  local template=$WINE_HOME/template part=$WINE_HOME/template.part link
  [ ! -d "$template" ] || return 0
  say "wine: making a fresh Windows (15 s, once)"
  rm -rf "$part" && mkdir -p "$WINE_HOME"
  (
    wine_environment
    export WINEPREFIX=$part
    quiet wineboot -i
    quiet wine winecfg -v win10
    wineserver -w
  )
  # Wine points these into the home folder of whoever runs it, and Z: at the whole machine: neither is to be seen.
  while IFS= read -r link; do
    rm "$link"
    mkdir "$link"
  done < <(find "$part/drive_c/users" -type l)
  rm -f "$part/dosdevices/z:"
  mv "$part" "$template"
}

# wine_copy TEMPLATE DEST
wine_copy() {
  local folder
  mkdir -p "$2/drive_c/windows"
  cp -a "$1"/*.reg "$1"/.update-timestamp "$1"/dosdevices "$2/"
  for folder in "$1"/drive_c/*; do
    [ "$folder" = "$1/drive_c/windows" ] || cp -a "$folder" "$2/drive_c/"
  done
  for folder in "$1"/drive_c/windows/*; do
    case $folder in
      */system32 | */syswow64 | */winsxs | */resources | */globalization | */Fonts | */*.exe)
        cp -al "$folder" "$2/drive_c/windows/" ;;
      *) cp -a "$folder" "$2/drive_c/windows/" ;;
    esac
  done
}

# wine_prefix DEST: a fresh Windows without anybody's data.
wine_prefix() {
  wine_template
  wine_copy "$WINE_HOME/template" "$1"
}

# Makes the template with two people's data in it (see seed.sh), unless it is there and up to date.
wine_seeded_template() {
  local seeded=$WINE_HOME/seeded part=$WINE_HOME/seeded.part stamp
  stamp=$(sha256sum <"$ROOT/scripts/lib/seed.sh")
  if [ "$(cat "$seeded/seed" 2>/dev/null)" != "$stamp" ]; then
    rm -rf "$part" "$seeded"
    wine_prefix "$part"
    . "$ROOT/scripts/lib/seed.sh"
    (wine_environment && WINEPREFIX=$part wine_seed)
    printf '%s\n' "$stamp" >"$part/seed"
    mv "$part" "$seeded"
  fi
}

# wine_seeded_prefix DEST: a fresh Windows in which two people have worked for years.
wine_seeded_prefix() {
  wine_seeded_template
  wine_copy "$WINE_HOME/seeded" "$1"
  cp -a "$WINE_HOME/seeded/drive_d" "$WINE_HOME/seeded/second-user.reg" "$WINE_HOME/seeded/raw" "$1/"
}
