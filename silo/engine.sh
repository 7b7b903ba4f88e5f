# shellcheck shell=bash
# Which engine runs. Sourced by `sems` and `tests/run`, which set $root and bring say and fail.
#
# The Orleans engine runs where NuGet can restore its packages. A probe restore finds that out; .sems/orleans-run (to run) and
# .sems/orleans-test (to test as well) remember the answer, in four lines: what it depends on, when it was asked, yes or no, why not.

: "${root:?}"
orleans_reason= # why the packages cannot be had, after orleans_available said no

# What the answer depends on: the versions, and where NuGet looks for packages.
orleans_key() {
  local folder=$root
  {
    printf '%s\n' "${HOME:-}" "${NUGET_PACKAGES:-}" "${HTTPS_PROXY:-}" "${https_proxy:-}"
    cat "$root/Directory.Packages.props" "$root/Directory.Build.props" \
      "${HOME:-}"/.nuget/NuGet/*.[Cc]onfig "${HOME:-}"/.config/NuGet/*.[Cc]onfig
    while [ -n "$folder" ]; do
      cat "$folder"/[Nn]u[Gg]et.[Cc]onfig
      folder=${folder%/*}
    done
  } 2>/dev/null | cksum
}

# What .sems/ remembers: 0 for yes, 1 for no (and orleans_reason), 2 for nothing that still holds.
orleans_remembered() { # run|test
  local key asked answer lasts=86400
  { read -r key && read -r asked && read -r answer && read -r orleans_reason; } 2>/dev/null <"$root/.sems/orleans-$1" || return 2
  [ "$key" = "$(orleans_key)" ] || return 2
  [ "$answer" = yes ] && return 0
  case $orleans_reason in *NU1301* | *answer*) lasts=3600 ;; esac # a network comes back sooner than a package is published
  [ $(($(date +%s) - asked)) -lt $lasts ] && return 1
  return 2
}

orleans_forget() { rm -f "$root"/.sems/orleans-run "$root"/.sems/orleans-test; }

# Asks NuGet itself. Restores into obj/Orleans, which no other build reads, and past NuGet's own memory of what was missing.
orleans_probe() { # run|test
  local project log=$root/.sems/orleans-$1.log answer=yes patience=()
  local projects=("$root/gateway/Sems.Gateway.csproj")
  mkdir -p "$root/.sems"
  if [ "$1" = test ]; then
    while read -r project; do projects+=("$project"); done < <(grep -l '<TestsGrains>true' "$root"/tests/*/*.csproj)
  fi
  say "asking NuGet for the packages of the Orleans engine (the answer is remembered)"
  command -v timeout >/dev/null 2>&1 && patience=(timeout 180)
  : >"$log"
  orleans_reason=
  for project in "${projects[@]}"; do
    (cd "$root" && ${patience[@]+"${patience[@]}"} dotnet restore "$project" -p:Engine=Orleans --no-http-cache -v quiet --nologo >>"$log" 2>&1) && continue
    answer=no
    orleans_reason=$(restore_fault "$log")
    break
  done
  printf '%s\n' "$(orleans_key)" "$(date +%s)" "$answer" "$orleans_reason" >"$log.new"
  mv "$log.new" "$root/.sems/orleans-$1"
  [ "$answer" = yes ]
}

# Whether the packages can be had. What is remembered holds, except that "anew" asks again after a no.
orleans_available() { # run|test [anew]
  local remembered=0
  orleans_remembered "$1" || remembered=$?
  [ "$remembered" -eq 0 ] && return 0
  [ "$remembered" -eq 1 ] && [ "${2:-}" != anew ] && return 1
  orleans_probe "$1"
}

# What a failed restore says, in one line: the packages that were not found, or else its first error.
restore_fault() { # log
  local missing first version more
  missing=$(sed -nE "s/.*error NU110[0-3]: Unable to (find|resolve) (a stable )?(package )?'?([A-Za-z0-9._-]*[A-Za-z0-9])(.*\(>= ([0-9][^ ),]*)\))?.*/\4 \6/p" "$1" | sort -u -k1,1)
  if [ -n "$missing" ]; then
    read -r first version <<<"$missing"
    [ -n "$version" ] || version=$(package_version "$first")
    more=$(($(wc -l <<<"$missing") - 1))
    [ "$more" -eq 0 ] && more="" || more=" and $more more"
    echo "NuGet finds no $first${version:+ $version}$more"
  else
    first=$(sed -nE 's/.*error (NU[0-9]+): (.*)/\1: \2/p' "$1" | head -1 | sed -E 's/ \[[^]]*\]$//')
    [ -n "$first" ] || first=$(grep -m1 -E 'error|rror:' "$1")
    echo "${first:-NuGet gave no answer}"
  fi
}

package_version() { # as Directory.Packages.props has it; all of Orleans has one
  local name=$1
  grep -q "\"$name\"" "$root/Directory.Packages.props" || case $name in Microsoft.Orleans.*) name=Microsoft.Orleans.Sdk ;; esac
  sed -nE "s/.*Include=\"$name\" Version=\"([^\"]*)\".*/\1/p" "$root/Directory.Packages.props"
}

# The value of --data among arguments, or the first one here.
data_directory() { # default, arguments…
  local found=$1
  shift
  while [ $# -gt 0 ]; do
    case $1 in
      --data) found=${2:-} ;;
      --data=* | --data:*) found=${1#--data?} ;;
    esac
    shift
  done
  echo "$found"
}

# Sets $engine to what shall run on a data directory; fails, saying why, where it cannot.
choose_engine() { # auto|orleans|embedded, data directory or nothing, arguments (with --adopt the other engine takes it over)
  local asked=$1 data=$2 made= adopt= argument
  shift 2
  for argument; do [ "$argument" = --adopt ] && adopt=yes; done
  [ -n "$data" ] && [ -f "$data/engine" ] && made=$(tr -d '[:space:]' <"$data/engine")
  engine=$asked
  if [ -n "$made" ]; then
    [ "$asked" = auto ] && engine=$made
    [ "$engine" = "$made" ] || [ -n "$adopt" ] ||
      fail "the data directory $data was made by the $made engine: start it with --engine $made, add --adopt to carry everything in it over to $engine, or choose another --data directory"
  fi
  case $engine in
    embedded) return ;;
    orleans)
      orleans_available run anew && return
      [ "$asked" = auto ] && fail "the data directory $data was made by the orleans engine, whose packages cannot be restored here ($orleans_reason): --engine embedded serve --adopt carries everything in it over"
      fail "the orleans engine cannot run here: $orleans_reason"
      ;;
    auto)
      engine=embedded
      if orleans_remembered run; then
        engine=orleans
      elif [ $? -eq 2 ]; then
        if orleans_probe run; then engine=orleans; else say "the orleans engine cannot run here ($orleans_reason): the embedded one does"; fi
      fi
      ;;
    *) fail "the data directory $data was made by an engine '$engine' that is not known here" ;;
  esac
}
