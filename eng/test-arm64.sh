#!/usr/bin/env bash
# Runs the tests of tests/DslNet.Arm64 on Arm64: under emulation, where this machine is none.
# Ends with one line: N passed, N failed, N skipped; fails unless all passed.
set -uo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
project=DslNet.Arm64 sysroot=artifacts/arm64-sysroot out=artifacts/arm64-tests
mkdir -p artifacts
log=$(mktemp) compiled=$(mktemp)
trap 'rm -f "$log" "$compiled"' EXIT

emulator() {
    command -v qemu-aarch64 && return
    local root=()
    [ "$(id -u)" -eq 0 ] || root=(sudo)
    { "${root[@]}" apt-get -qq install -y qemu-user || { "${root[@]}" apt-get -qq update && "${root[@]}" apt-get -qq install -y qemu-user; }; } >&2
    command -v qemu-aarch64
}

run() {
    if [ "$(uname -m)" = aarch64 ]; then
        "$out/$project" -noColor "$@"
        return
    fi

    # The emulator does not survive code that is replaced while it runs, nor a collector that works beside the program:
    # no tiers, no concurrent collection, and a first generation that is large enough for the whole run.
    env DOTNET_TieredPGO=0 DOTNET_TieredCompilation=0 DOTNET_gcConcurrent=0 DOTNET_GCgen0size=0x20000000 \
        timeout 1800 "$qemu" -L "$sysroot" "$out/$project" -noColor "$@"
}

prepare() {
    if [ "$(uname -m)" != aarch64 ]; then
        qemu=$(emulator) && eng/arm64-sysroot.sh "$sysroot" || return
    fi

    dotnet publish "tests/$project/$project.csproj" -c Release -r linux-arm64 --self-contained -o "$out" --nologo -v q -p:UseSharedCompilation=false
}

code=1
prepare && { run 2>&1 | tee "$log"; code=${PIPESTATUS[0]}; }

# The tests would pass with the portable kernels too, and with calls where there should be one instruction: a few of them once
# more, for a list of what the run-time compiles. With one it may crash when all is done, which says nothing.
if [ "$code" -eq 0 ]; then
    DOTNET_JitStdOutFile=$compiled DOTNET_JitDisasmSummary=1 run -method '*ASampleAlone*' > /dev/null 2>&1
    if ! grep -q '+NeonKernels:.*\[FullOpts' "$compiled"; then
        echo "The kernels that ran are not NEON's."
        code=1
    elif grep 'VectorLane:' "$compiled"; then
        echo "Multiply-adds by a lane were not inlined."
        code=1
    fi
fi

# The runner's summary: NAME  Total: N, Errors: N, Failed: N, Skipped: N, Not Run: N, Time: N
number() { sed -n "s/^ *$project  Total:.*/&,/; s/.* $1: \([0-9]*\),.*/\1/p" "$log" | tail -1; }
total=$(number Total) errors=$(number Errors) failed=$(number Failed) skipped=$(number Skipped)
failed=$((${failed:-0} + ${errors:-0}))
passed=$((${total:-0} - failed - ${skipped:-0}))
[ "$code" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$passed" -gt 0 ] || failed=$((failed > 0 ? failed : 1))
printf '%d passed, %d failed, %d skipped\n' "$((passed > 0 ? passed : 0))" "$failed" "${skipped:-0}"
[ "$failed" -eq 0 ]
