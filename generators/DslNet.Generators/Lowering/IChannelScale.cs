using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>
/// A layer that in prediction multiplies each channel by one value and adds another. The layer before can do so with each finished value, before it is
/// stored (<see cref="Model.LayerSpec.ScalesOutput"/>).
/// </summary>
internal interface IChannelScale
{
    /// <summary>Adds the operation that computes both, once per call.</summary>
    ChannelScale LowerScale(ForwardContext context);
}
