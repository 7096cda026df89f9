namespace DslNet.Networks.Tests;

/// <summary>What a <see cref="RecordedUpdate"/> was asked for.</summary>
internal sealed class Updates(int parameters)
{
    /// <summary>How often each parameter was updated.</summary>
    public int[] Times { get; } = new int[parameters];

    /// <summary>What its gradient was then.</summary>
    public float[] Gradients { get; } = new float[parameters];

    /// <summary>How many were updated by kernels, sixteen at a time.</summary>
    public int BySixteen { get; set; }

    /// <summary>How often all parameters were updated at once.</summary>
    public int AtOnce { get; set; }
}
