using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Model;

internal abstract partial record LayerSpec
{
    /// <summary>Of an activation, the function of each value that it is; null for other layers.</summary>
    public virtual Elementwise? Elementwise => null;

    /// <summary>Whether it lets through about half of what comes in, so that weights before it start with twice the variance.</summary>
    public virtual bool IsRectifier => Elementwise is { IsRectifier: true };

    /// <summary>Whether an activation that follows is computed in the epilogue of this layer's kernel.</summary>
    public virtual bool FusesActivation => false;

    /// <summary>Whether a scale of channels that follows can be computed there too.</summary>
    public virtual bool ScalesOutput => false;

    /// <summary>
    /// Whether one sample alone leaves registers to do so with an activation of many instructions too, which otherwise runs in a loop of its own.
    /// </summary>
    /// <param name="input">The shape of the layer's input.</param>
    public virtual bool FusesLongActivationOfOneSample(Shape input) => false;

    /// <summary>Whether the output is the input under another shape, so that there is nothing to do if its readers can take it so.</summary>
    public virtual bool CanBeView => false;

    /// <summary>Whether it takes its input value by value, in whatever order that is stored.</summary>
    public virtual bool ReadsValueByValue => false;

    /// <summary>Whether there is nothing to do in prediction.</summary>
    public virtual bool OnlyInTraining => false;

    /// <summary>A parameter in the order in which the layer's kernels read it, given how the layer's input is stored.</summary>
    public virtual ParameterSpec AsStored(ParameterSpec parameter, Layout input) => parameter;

    /// <summary>Adds the operations that compute the output, and says where it is.</summary>
    public abstract Tensor LowerForward(ForwardContext context);

    /// <summary>Adds the operations that compute the gradients of parameters and inputs from that of the output.</summary>
    public abstract void LowerBackward(BackwardContext context);
}
