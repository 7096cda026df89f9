using DslNet.Generators.Simd;

namespace DslNet.Generators.Operations;

/// <summary>What a kernel is called where it is written: a kernel itself knows no layer.</summary>
/// <param name="Method">Its method.</param>
/// <param name="Layers">For its comment, the layers whose work it does; empty where it says nothing of them.</param>
/// <param name="ClassSuffix">What the names of the classes that it is written in have behind those of the targets.</param>
internal readonly record struct KernelName(string Method, string Layers = "", string ClassSuffix = "")
{
    /// <summary>What the name of a method for one sample ends with.</summary>
    public const string SingleSuffix = "Single";

    /// <summary>The method for one sample.</summary>
    public string Single => Method + SingleSuffix;

    /// <summary>The method of a target, for another's.</summary>
    public string On(Target target) => $"{target.ClassName}{ClassSuffix}.{Method}";

    /// <summary>The comment over the method.</summary>
    public string Comment(string summary) => Layers.Length == 0 ? summary : $"{Layers}: {summary}";
}
