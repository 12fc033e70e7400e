# What all scripts share. Sourced, not run: sets ROOT (the project's folder) and MINGW, and defines functions.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Everything that scripts say goes to standard error: standard output belongs to the program.
say() { printf '%s\n' "$*" >&2; }

die() {
  say "error: $1"
  exit "${2:-1}"
}

on_windows() { case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) return 0 ;; *) return 1 ;; esac; }

# May packages be installed here? Root on Debian may; anybody else only when FIELDSTICK_SETUP=1 says so.
may_install() {
  command -v apt-get >/dev/null && [ -e /etc/debian_version ] || return 1
  [ "${FIELDSTICK_SETUP:-}" = 1 ] || { [ "$(id -u)" = 0 ] && [ "${FIELDSTICK_SETUP:-}" != 0 ]; }
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

# install_missing PACKAGE...: installs those that are not there, or names the one command that would, and fails.
install_missing() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  if ! may_install; then
    say "error: missing: ${missing[*]}"
    say "help: as root, run: apt-get install -y --no-install-recommends ${missing[*]}"
    say "help: or set FIELDSTICK_SETUP=1 and this script does it with sudo"
    return 1
  fi
  say "setup: installing ${missing[*]}"
  as_root apt-get -qq update >&2
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq install -y --no-install-recommends "${missing[@]}" >/dev/null
}

# Chinese file names and the ANSI code page 936 need this locale under Wine.
install_locale() {
  ! locale -a 2>/dev/null | grep -qix 'zh_CN.utf-\?8' || return 0
  if ! may_install; then
    say "error: the locale zh_CN.UTF-8 is missing"
    say "help: as root, run: apt-get install -y locales && localedef -i zh_CN -f UTF-8 zh_CN.UTF-8"
    return 1
  fi
  install_missing locales
  as_root localedef -i zh_CN -f UTF-8 zh_CN.UTF-8
}

need_build_tools() {
  command -v javac >/dev/null && command -v mvn >/dev/null && command -v unzip >/dev/null && return 0
  on_windows && die "a JDK 17, Maven and unzip must be on the PATH" 2
  local packages=(unzip)
  command -v javac >/dev/null || packages+=(openjdk-17-jdk-headless)
  command -v mvn >/dev/null || packages+=(maven)
  install_missing "${packages[@]}"
}

# Compile the C of the project for Windows: 54 MB for each bitness.
MINGW=(gcc-mingw-w64-i686-win32 gcc-mingw-w64-x86-64-win32)

have_mingw() { command -v i686-w64-mingw32-gcc >/dev/null && command -v x86_64-w64-mingw32-gcc >/dev/null; }
