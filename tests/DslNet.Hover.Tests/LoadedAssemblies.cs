using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DslNet.Hover.Tests;

/// <summary>Finds the generator among what this process has loaded.</summary>
internal sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
