using System.Globalization;
using DslNet.Generators.Model;

namespace DslNet.Generators.Emission;

/// <summary>The names of generated files. Roslyn compares them without regard to case; C# does not compare types so.</summary>
internal static class HintNames
{
    /// <summary>The names that several networks share but for case: almost always none.</summary>
    public static EquatableArray<string> Collisions(IEnumerable<NetworkSpec> networks) => networks
        .Select(network => network.Type.HintName)
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .SelectMany(group => group)
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    public static string Of(NetworkSpec network, EquatableArray<string> collisions)
    {
        string name = network.Type.HintName;
        return collisions.Contains(name) ? $"{name}.{Hash(name)}" : name;
    }

    /// <summary>What names what has some content: FNV-1a, which is the same on every run, unlike GetHashCode.</summary>
    public static string LongHash(string content)
    {
        ulong hash = 14695981039346656037;
        foreach (char c in content)
            hash = unchecked((hash ^ c) * 1099511628211);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    // FNV-1a: the same on every run, unlike GetHashCode.
    private static string Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = unchecked((hash ^ c) * 16777619);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
