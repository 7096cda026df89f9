using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The names that a layer cannot have, because its property would collide with another member.</summary>
internal static class ReservedNames
{
    // What networks have by way of extension methods would be hidden by a property of the name.
    private static readonly HashSet<string> s_extensions = new(StringComparer.Ordinal)
    {
        "Describe", "Evaluate", "Fit", "Load", "PredictClass", "PredictClasses", "PredictProbabilities", "Save",
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
        if (type.GetMembers().Any(member => member.MetadataName == name && IsWritten(member)))
            return $"a member of {type.Name}";

        // The compiler keeps the names of both accessors for a property, also for one that can only be read, as layers are.
        if (name.StartsWith("set_", StringComparison.Ordinal)
            && type.GetMembers().OfType<IPropertySymbol>().Any(property => property.MetadataName == name.Substring("set_".Length) && IsWritten(property)))
            return $"the setter that C# reserves for a property of {type.Name}";
        return type.GetMembers("get_" + name).Any(member => IsTaken(member, view, isSetter: false)) ? $"a property with the getter get_{name}, a member of {type.Name}"
            : type.GetMembers("set_" + name).Any(member => IsTaken(member, view, isSetter: true)) ? $"a property with the setter set_{name}, a member of {type.Name}"
            : null;
    }

    /// <summary>Whether a member keeps a layer from having an accessor of its name: all but methods with other parameters.</summary>
    private static bool IsTaken(ISymbol member, string view, bool isSetter)
    {
        if (!IsWritten(member))
            return false;
        return member is not IMethodSymbol method
            || (isSetter ? method.Parameters is [{ Type: { Name: var type, ContainingNamespace.Name: "DslNet" } }] && type == view : method.Parameters.IsEmpty);
    }

    /// <summary>Whether it is in the user's source, or belongs to an event or a property that is.</summary>
    private static bool IsWritten(ISymbol member) =>
        GeneratedCode.IsWritten(member) || member is IMethodSymbol { AssociatedSymbol: { } owner } && GeneratedCode.IsWritten(owner);
}
