using System.Collections.Immutable;
using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The names that a layer cannot have, because its property would collide with another member.</summary>
internal static class ReservedNames
{
    // What networks have by way of extension methods would be hidden by a property of the name.
    private static readonly HashSet<string> s_extensions = new(StringComparer.Ordinal)
    {
        "Describe", "Evaluate", "Fit", "Load", "PredictClass", "PredictClasses", "PredictProbabilities", "Save", "SoftUpdate",
    };

    private static readonly HashSet<string> s_object = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>What has the name already, as messages say it; null if nothing has.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">The network's class.</param>
    /// <param name="view">The class of the property that the layer becomes; null if it becomes none.</param>
    public static string? TakerOf(string name, INamedTypeSymbol type, string? view)
    {
        if (name == PortSpec.InputName)
            return "the network's input";
        if (name == type.Name)
            return "the class itself";
        if (GeneratedMembers.Contains(name) || s_extensions.Contains(name))
            return "a member of every network";
        if (s_object.Contains(name))
            return "a member of object";
        if (view is null)
            return null;
        return TakerAmong(type.GetMembers(), name, type, view);
    }

    private static string? TakerAmong(ImmutableArray<ISymbol> members, string name, INamedTypeSymbol type, string view)
    {
        string getter = "get_" + name, setter = "set_" + name;
        string? property = name.StartsWith("set_", StringComparison.Ordinal) ? name.Substring("set_".Length) : null;
        foreach (ISymbol member in members)
        {
            // The compiler keeps the names of both accessors for a property, also for one that can only be read, as layers are.
            string? taker = member.MetadataName == name ? "a member"
                : member is IPropertySymbol && member.MetadataName == property ? "the setter that C# reserves for a property"
                : member.Name == getter && Takes(member, view, isSetter: false) ? $"a property with the getter {getter}, a member"
                : member.Name == setter && Takes(member, view, isSetter: true) ? $"a property with the setter {setter}, a member"
                : null;
            if (taker is not null && IsWritten(member))
                return $"{taker} of {type.Name}";
        }

        return null;
    }

    /// <summary>Whether a member keeps a layer from having an accessor of its name: all but methods with other parameters.</summary>
    private static bool Takes(ISymbol member, string view, bool isSetter) => member is not IMethodSymbol method
        || (isSetter ? method.Parameters is [{ Type: { Name: var type, ContainingNamespace.Name: "DslNet" } }] && type == view : method.Parameters.IsEmpty);

    /// <summary>Whether it is in the user's source, or belongs to an event or a property that is.</summary>
    private static bool IsWritten(ISymbol member) =>
        GeneratedCode.IsWritten(member) || member is IMethodSymbol { AssociatedSymbol: { } owner } && GeneratedCode.IsWritten(owner);
}
