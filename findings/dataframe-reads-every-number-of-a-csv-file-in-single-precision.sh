#!/usr/bin/env bash
# Microsoft.Data.Analysis reads integers of a CSV file as single-precision numbers, and rounds them in silence.
#
# Seen with Microsoft.Data.Analysis 0.23.1. DataFrame.LoadCsv without dataTypes makes a column of Single of any column of numbers: 16777217 becomes 16777216, identifiers and time
# stamps run into one another, and 0.1234567890123 keeps seven digits. pandas and others guess 64-bit integers and doubles. Grouping or joining by such a column merges
# different keys: a file of four different identifiers has two. Remedy: give dataTypes for every column.
#
# The script fails if the integers come whole.
# It needs .NET 10.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
cd "$folder"

cat > seen.csproj <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
    <ImplicitUsings>enable</ImplicitUsings>
    <InvariantGlobalization>true</InvariantGlobalization>
    <NoWarn>$(NoWarn);CS0649;SYSLIB5001</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Data.Analysis" Version="0.23.1" />
  </ItemGroup>
</Project>
XML
cat > Program.cs <<'CS'
using System.Globalization;
using Microsoft.Data.Analysis;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const string csv = "id,value\n1700000001,0.1234567890123\n1700000002,2\n1700000003,3\n1700000100,4";
var guessed = DataFrame.LoadCsvFromString(csv);
Console.WriteLine("type: " + guessed.Columns["id"].DataType.Name);
Console.WriteLine("ids: " + string.Join(' ', guessed.Columns["id"].Cast<float>().Select(id => ((long)id).ToString())));
Console.WriteLine("different ids: " + guessed.GroupBy("id").Count("value").Rows.Count);
Console.WriteLine("value: " + ((float)guessed.Columns["value"][0]).ToString("G9"));

var given = DataFrame.LoadCsvFromString(csv, dataTypes: [typeof(long), typeof(double)]);
Console.WriteLine("with dataTypes, different ids: " + given.GroupBy("id").Count("value").Rows.Count);
CS
dotnet build -c Release -v quiet -nr:false -p:UseSharedCompilation=false
seen=$(dotnet bin/Release/net10.0/seen.dll)
printf '%s\n' "$seen"
grep -qxF 'type: Single' <<< "$seen"
grep -qxF 'ids: 1700000000 1700000000 1700000000 1700000128' <<< "$seen"
grep -qxF 'different ids: 2' <<< "$seen"
grep -qxF 'with dataTypes, different ids: 4' <<< "$seen"
echo 'as described'
