#!/usr/bin/env bash
# A build property that a source generator asks for by CompilerVisibleProperty reaches it only up to the first semicolon.
#
# Seen with the .NET SDK 10.0.401 and Microsoft.CodeAnalysis.CSharp 4.14.0: <MyTargets>one;two,three</MyTargets> is "one;two,three" in
# MSBuild, and the generator reads "one". The SDK writes such properties into a generated .editorconfig, where a semicolon begins a
# comment. There is neither a warning nor an error. A list with commas comes whole.
#
# The script fails if the generator gets more, or less.
set -euo pipefail
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
folder=$(mktemp -d)
trap 'cd /; rm -rf "$folder"' EXIT
mkdir "$folder/generator" "$folder/user"

cat > "$folder/generator/generator.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>netstandard2.0</TargetFramework>
    <LangVersion>latest</LangVersion>
    <Nullable>enable</Nullable>
    <EnforceExtendedAnalyzerRules>true</EnforceExtendedAnalyzerRules>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.CodeAnalysis.CSharp" Version="4.14.0" PrivateAssets="all" />
  </ItemGroup>
</Project>
XML
cat > "$folder/generator/Shows.cs" <<'CS'
using Microsoft.CodeAnalysis;

[Generator(LanguageNames.CSharp)]
public sealed class Shows : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.AnalyzerConfigOptionsProvider, static (output, options) =>
        {
            options.GlobalOptions.TryGetValue("build_property.MyTargets", out string? value);
            output.AddSource("Seen.g.cs", $"internal static class Seen {{ public const string Value = \"{value}\"; }}");
        });
}
CS
cat > "$folder/user/user.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <OutputType>Exe</OutputType>
  </PropertyGroup>
  <ItemGroup>
    <CompilerVisibleProperty Include="MyTargets" />
    <ProjectReference Include="../generator/generator.csproj" OutputItemType="Analyzer" ReferenceOutputAssembly="false" />
  </ItemGroup>
  <Target Name="Say" AfterTargets="Build"><Message Importance="high" Text="MSBuild has: $(MyTargets)" /></Target>
</Project>
XML
echo 'System.Console.WriteLine("the generator has: " + Seen.Value);' > "$folder/user/Program.cs"

# What a build and its program print, for one value of the property.
seen() {
    rm -rf "$folder/user/obj" "$folder/user/bin"
    MyTargets=$1 dotnet build "$folder/user" -p:UseSharedCompilation=false 2>&1 | grep -oE 'MSBuild has: .*|warning [A-Z]+[0-9]+.*|error .*' | sort -u
    dotnet "$folder/user/bin/Debug/net10.0/user.dll"
}

cd "$folder"
dotnet --version
# By the environment, since the command line would take both characters for the end of a property.
cut=$(seen 'one;two,three')
whole=$(seen 'one,two,three')
printf '%s\n%s\n' "$cut" "$whole"
[ "$cut" = $'MSBuild has: one;two,three\nthe generator has: one' ]
[ "$whole" = $'MSBuild has: one,two,three\nthe generator has: one,two,three' ]
echo 'as described'
