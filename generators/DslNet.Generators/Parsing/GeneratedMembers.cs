using DslNet.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>The members that are generated for every network, so that nothing else may be called so.</summary>
internal static class GeneratedMembers
{
    /// <summary>
    /// Names, and for methods the parameters of each; null for what cannot be overloaded. The compiler keeps the names of both
    /// accessors for every property, also for one that can only be read.
    /// </summary>
    private static readonly Dictionary<string, string[]?> s_members = new(StringComparer.Ordinal)
    {
        ["Avx2Kernels"] = null,
        ["Avx2KernelsOfMembers"] = null,
        ["Avx512Kernels"] = null,
        ["Avx512KernelsOfMembers"] = null,
        ["Avx512NarrowKernels"] = null,
        ["Create"] = ["int"],
        ["Declaration"] = null,
        ["Description"] = null,
        ["Evaluate"] = [SamplesStruct.Name],
        ["Gradients"] = null,
        ["IKernels"] = null,
        [MemberFiles.KernelInterface] = null,
        ["Initialize"] = ["int"],
        ["InputLength"] = null,
        ["NeonKernels"] = null,
        ["NeonKernelsOfMembers"] = null,
        ["OnThisProcessor"] = null,
        ["OutputLength"] = null,
        ["ParameterCount"] = null,
        ["Parameters"] = null,
        ["PortableKernels"] = null,
        ["PortableKernelsOfMembers"] = null,
        ["Programs"] = null,
        [MemberFiles.ClassName] = null,
        ["PredictOne"] = [SignatureOf(PublicMethod.Predict)],
        ["Seed"] = null,
        ["States"] = null,
        ["get_Declaration"] = [""],
        ["get_Description"] = [""],
        ["get_Gradients"] = [""],
        ["get_Parameters"] = [""],
        ["get_Seed"] = [""],
        ["get_States"] = [""],
        ["set_Declaration"] = ["NetworkDescription"],
        ["set_Description"] = ["NetworkDescription"],
        ["set_Gradients"] = ["Span<float>"],
        ["set_Parameters"] = ["Span<float>"],
        ["set_Seed"] = ["int"],
        ["set_States"] = ["Span<float>"],
        [SamplesStruct.Name] = null,
        ["SumGradients"] = [$"{SamplesStruct.Name}, long"],
        ["TrainFused"] = null,
        ["_memory"] = null,
    };

    static GeneratedMembers()
    {
        foreach (IGrouping<string, PublicMethod> overloads in PublicMethod.All.GroupBy(method => method.Name))
            s_members.Add(overloads.Key, [.. overloads.Select(SignatureOf)]);
    }

    /// <summary>The names of all of them but of accessors.</summary>
    public static IEnumerable<string> Names => s_members.Keys.Where(name => !IsAccessor(name));

    public static bool Contains(string name) => s_members.ContainsKey(name);

    /// <summary>Whether networks of sequences have a member of that name.</summary>
    public static bool IsOfSequences(string name) => name is "CreateState" or "Process" or "State" or "Step";

    /// <summary>Whether networks whose inputs or outputs have names have a member of that name: a loss by itself is computed by a method that is called after it.</summary>
    public static bool IsOfNamedPorts(string name) => name is "Samples" or "SamplesOf" or "Checked" or "TrainStep"
        || name.StartsWith("Compute", StringComparison.Ordinal) && name.EndsWith("Loss", StringComparison.Ordinal);

    /// <summary>Whether a member of the user's and a generated one cannot both be in the class.</summary>
    public static bool Collides(ISymbol member)
    {
        if (!s_members.TryGetValue(member.Name, out string[]? signatures))
            return false;
        if (signatures is null || member is not IMethodSymbol method)
            return true;

        // Overloads differ in their parameters; generic ones also in their number of type parameters, but not from an accessor.
        return (method.Arity == 0 || IsAccessor(method.Name)) && signatures.Contains(Signature(method));
    }

    /// <summary>The parameters of a method, as the table has them.</summary>
    public static string Signature(IMethodSymbol method) => string.Join(
        ", ", method.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));

    private static string SignatureOf(PublicMethod method) => string.Join(", ", method.Parameters.Select(parameter => parameter.Type));

    private static bool IsAccessor(string name) => name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal);
}
