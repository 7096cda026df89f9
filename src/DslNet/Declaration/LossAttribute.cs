namespace DslNet;

/// <summary>What every loss has: the layer it is computed from.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LossAttribute : Attribute
{
    /// <summary>The name of the layer whose output the loss compares with the target; the last one unless said otherwise.</summary>
    public string? From { get; set; }

    /// <summary>The name of the <see cref="OutputAttribute"/> that the loss is of; a network of several outputs must say it.</summary>
    public string? Of { get; set; }

    /// <summary>What the loss is multiplied by in the sum that training minimises; 1 unless said otherwise. It must be more than zero.</summary>
    public float Weight { get; set; } = 1;
}
