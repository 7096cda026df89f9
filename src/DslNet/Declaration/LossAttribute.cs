namespace DslNet;

/// <summary>What every loss has: the layer it is computed from.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossAttribute : Attribute
{
    /// <summary>The name of the layer whose output the loss compares with the target; the last one unless said otherwise.</summary>
    public string? From { get; set; }
}
