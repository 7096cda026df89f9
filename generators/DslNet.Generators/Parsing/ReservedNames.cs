using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The names that a layer cannot have, because its property would collide with another member.</summary>
internal static class ReservedNames
{
    /// <summary>The name of the input port.</summary>
    public const string Input = "Input";

    private static readonly HashSet<string> s_generated = new(StringComparer.Ordinal)
    {
        "Avx2Kernels", "ComputeGradients", "ComputeLoss", "Create", "Declaration", "Describe", "Description", "Gradients",
        "Initialize", "InputLength", "OutputLength", "ParameterCount", "Parameters", "PortableKernels", "Predict", "Seed",
    };

    private static readonly HashSet<string> s_object = new(StringComparer.Ordinal)
    {
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    };

    /// <summary>What has the name already, as messages say it; null if nothing has.</summary>
    public static string? TakerOf(string name, INamedTypeSymbol type, bool becomesProperty)
    {
        if (name == Input)
            return "the network's input";
        if (name == type.Name)
            return "the class itself";
        if (s_generated.Contains(name))
            return "a generated member of every network";
        if (s_object.Contains(name))
            return "a member of object";
        if (becomesProperty && type.GetMembers(name).Any(GeneratedCode.IsWritten))
            return $"a member of {type.Name}";
        return null;
    }
}
