# Wine as a small Windows for tests and for trying the program on Linux. Sourced, not run. Needs common.sh.
#
# target/wine/template   a fresh Windows 10, made once (15 s)
# target/wine/seeded     the same with people and their data in it (wine_seed)
# target/wine/wow64      a fresh Windows 10 with the 32-bit part that a 64-bit Windows has (wine_wow64_template)
# Prefixes are copied from these in a third of a second: system files are hard links, the registry and users are copies.

WINE_HOME=$ROOT/target/wine
# The second user's registry hive. Wine keeps only the first user's over a restart of its server, so this is a file
# in the prefix that is imported before use.
SECOND_USER_SID=S-1-5-21-1004336348-1177238915-682003330-1002

# A Simplified Chinese Windows (ANSI code page 936), no windows on any screen, no debugger that pops up, one user name.
# WINEPREFIX comes before it where that Windows may have a 32-bit part.
wine_environment() {
  export LC_ALL=zh_CN.UTF-8 LANG=zh_CN.UTF-8 WINEARCH=win64 WINEDEBUG=-all
  export WINEDLLOVERRIDES='winedbg.exe=d;mscoree=d;mshtml=d' USER=zhangsan LOGNAME=zhangsan
  unset DISPLAY WAYLAND_DISPLAY WINEDLLPATH
  [ ! -d "${WINEPREFIX:-}/i386" ] || export WINEDLLPATH=$WINEPREFIX/i386
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
  [ -d "$WINE_HOME/template" ] || wine_make template
}

# wine_make NAME [I386]: makes a fresh Windows, with a 32-bit part where the folder of its libraries is given.
wine_make() {
  local template=$WINE_HOME/$1 part=$WINE_HOME/$1.part link
  say "wine: making a fresh Windows: $1 (15 s, once)"
  rm -rf "$part" && mkdir -p "$part"
  # Each with &&: whoever asks whether this worked turns off `set -e`, and a half of a Windows must not become the template.
  { [ -z "${2:-}" ] || cp -al "$2" "$part/i386"; } && (
    export WINEPREFIX=$part
    wine_environment
    quiet wineboot -i && quiet wine winecfg -v win10 && wineserver -w
  ) || return 1
  # Wine points these into the home folder of whoever runs it, and Z: at the whole machine: neither is to be seen.
  while IFS= read -r link; do
    rm "$link"
    mkdir "$link"
  done < <(find "$part/drive_c/users" -type l)
  rm -f "$part/dosdevices/z:"
  mv "$part" "$template"
}

# fetch_wine_i386 VERSION PLACE: Wine's own 32-bit libraries, of just this version, without administrators' rights. Debian
# has them in a package of its 32-bit architecture, which is neither added to this machine nor installed: a 64-bit Wine
# needs the libraries and no more (Wine 8.0 release notes, "WoW64").
fetch_wine_i386() {
  local part=$WINE_HOME/i386.part
  local apt=(apt-get -qq -o APT::Architectures::=amd64 -o APT::Architectures::=i386 -o APT::Sandbox::User=root
    -o Dir::State::lists="$part/lists" -o Dir::Cache="$part")
  say "wine: fetching the 32-bit part of Wine $1 (95 MB, once)"
  rm -rf "$part" && mkdir -p "$part/lists/partial" "$part/archives/partial"
  (
    cd "$part"
    # A source that has nothing for this architecture fails here and does not matter.
    "${apt[@]}" update || true
    "${apt[@]}" download "libwine:i386=$1" && dpkg-deb -x libwine_*.deb .
  ) >"$WINE_HOME/log" 2>&1 || {
    tail -3 "$WINE_HOME/log" >&2
    return 1
  }
  mkdir -p "$2" && mv "$part/usr/lib/i386-linux-gnu/wine/i386-windows" "$2/" && rm -rf "$part"
}

# Makes the Windows with a 32-bit part, unless it is there; fails where the libraries for it cannot be had.
wine_wow64_template() {
  local version libraries
  [ ! -d "$WINE_HOME/wow64" ] || return 0
  version=$(dpkg-query -W -f '${Version}' libwine) || return 1
  libraries=$WINE_HOME/i386/$version
  [ -d "$libraries/i386-windows" ] || fetch_wine_i386 "$version" "$libraries" || return 1
  wine_make wow64 "$libraries"
}

# wine_copy TEMPLATE DEST
wine_copy() {
  local folder
  mkdir -p "$2/drive_c/windows"
  cp -a "$1"/*.reg "$1"/.update-timestamp "$1"/dosdevices "$2/"
  [ ! -d "$1/i386" ] || cp -al "$1/i386" "$2/"
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

# wine_wow64_prefix DEST: a fresh Windows with a 32-bit part.
wine_wow64_prefix() {
  wine_wow64_template
  wine_copy "$WINE_HOME/wow64" "$1"
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
