#!/usr/bin/env bash
# Installs both MPI libraries that the tests of DslNet.Mpi run under, with their launchers: Debian's packages.
set -euo pipefail
command -v mpirun.openmpi > /dev/null && command -v mpirun.mpich > /dev/null && exit
root=()
[ "$(id -u)" -eq 0 ] || root=(sudo)
install() { "${root[@]}" apt-get -qq install -y --no-install-recommends openmpi-bin mpich; }
install || { "${root[@]}" apt-get -qq update && install; }
