using DslNet.CompilerServices;

namespace DslNet.Generators.Model;

/// <summary>A value per channel that a layer keeps from step to step without learning it. It is saved with the parameters.</summary>
/// <param name="Role">Its name within the layer, as in PyTorch: running_mean, running_var.</param>
/// <param name="Length">How many values.</param>
/// <param name="InitialValue">What they start from.</param>
internal sealed record StateSpec(string Role, int Length, float InitialValue)
{
    /// <summary>Floats occupied, zeros included.</summary>
    public int StorageLength => PanelWidth.RoundUp(Length);
}
