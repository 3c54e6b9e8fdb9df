# SPDX-FileCopyrightText: 2026 The JobGuide authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# Shared by run, test and bench: finds the source tree, installs missing packages, sets up and compiles.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say () { printf '%s\n' "$*" >&2; }
die () { say "$*"; exit 1; }

# Prints the packages of the named sections, one a line.
packages_of ()
{
  local wanted=" $* " section='' word rest

  while read -r word rest; do
    case $word in
      '' | '#'*) ;;
      '['*']') section=${word#[}; section=${section%]} ;;
      *) case $wanted in *" $section "*) printf '%s\n' "$word" ;; esac ;;
    esac
  done < "$top/build-aux/packages"
}

# Prints what a package is for.
purpose_of ()
{
  local word rest

  while read -r word rest; do
    [ "$word" != "$1" ] || printf '%s\n' "$rest"
  done < "$top/build-aux/packages"
}

# Prints those of the given packages that are not installed.
missing_of ()
{
  local installed name

  # dpkg-query fails as soon as it does not know one of them; what it knows it prints all the same.
  installed=" $(dpkg-query -W -f '${db:Status-Status}/${Package} ' "$@" 2> /dev/null || true)"
  for name; do
    case $installed in *" installed/$name "*) ;; *) printf '%s\n' "$name" ;; esac
  done
}

# Installs the missing packages of the named sections, or says plainly what is missing and leaves.
need_packages ()
{
  local names missing failed name as_root=() answer

  if ! command -v dpkg-query > /dev/null; then
    say "This is not a Debian system: install the equivalents of build-aux/packages ($*) yourself."
    return
  fi

  mapfile -t names < <(packages_of "$@")
  mapfile -t missing < <(missing_of "${names[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" != 0 ]; then
    say "Packages are missing. This line installs them:"
    say "  sudo apt-get install --no-install-recommends ${missing[*]}"
    command -v sudo > /dev/null || die "There is no sudo here; have an administrator install them, then start again."
    if [ -t 0 ]; then
      read -r -p "Run it now? [y/N] " answer
      case $answer in [yY]*) ;; *) die "Nothing was installed." ;; esac
      as_root=(sudo)
    elif [ -n "${CI:-}" ] && sudo -n true 2> /dev/null; then
      as_root=(sudo -n)
    else
      die "Nobody is here to ask. Run the line above, then start again."
    fi
  fi

  as_root+=(env DEBIAN_FRONTEND=noninteractive)
  if ! apt-cache show -- "${missing[@]}" > /dev/null 2>&1; then
    "${as_root[@]}" apt-get update -q >&2 < /dev/null || say "The package lists could not be refreshed (no network?)."
  fi
  install_packages "${missing[@]}" && return
  # The lists may be older than the archive; once they are fresh, find out which package it is.
  "${as_root[@]}" apt-get update -q >&2 < /dev/null || true
  install_packages "${missing[@]}" && return
  mapfile -t missing < <(missing_of "${missing[@]}")
  failed=()
  for name in "${missing[@]}"; do
    install_packages "$name" || failed+=("$name")
  done
  [ ${#failed[@]} -gt 0 ] || return 0
  say ""
  say "These packages could not be installed:"
  for name in "${failed[@]}"; do
    say "  $name: $(purpose_of "$name")"
  done
  die "JobGuide needs them. Check the network and the entries of /etc/apt/sources.list, then start again."
}

install_packages ()
{
  "${as_root[@]}" apt-get install -q -y --no-install-recommends "$@" >&2 < /dev/null
}

# Sets up a build folder once and compiles it: build_in FOLDER [MESON OPTIONS…]
build_in ()
{
  local dir=$1 log
  shift

  if [ ! -f "$dir/build.ninja" ]; then
    meson setup "$dir" "$top" "$@" >&2 || die "The build could not be set up; the reason stands above."
  fi
  # Quiet when there is nothing to say, whole when it fails.
  log=$(mktemp)
  if ! ninja -C "$dir" > "$log" 2>&1; then
    cat "$log" >&2
    rm -f "$log"
    die "Compiling failed; the reason stands above."
  fi
  grep -E '(warning|警告):' "$log" >&2 || true
  rm -f "$log"
}
