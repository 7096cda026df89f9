using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Model;

internal abstract partial record LayerSpec
{
    /// <summary>Of an activation, the function of each value that it is; null for other layers.</summary>
    public virtual Elementwise? Elementwise => null;

    /// <summary>Whether an activation that follows is computed in the epilogue of this layer's kernel.</summary>
    public virtual bool FusesActivation => false;

    /// <summary>
    /// Whether one sample alone leaves registers to do so with an activation of many instructions too, which otherwise runs in a loop of its own.
    /// </summary>
    /// <param name="input">The shape of the layer's input.</param>
    public virtual bool FusesLongActivationOfOneSample(Shape input) => false;

    /// <summary>Whether the output is the input under another shape, so that there is nothing to do if its readers can take it so.</summary>
    public virtual bool CanBeView => false;

    /// <summary>Whether it takes its input number by number, in whatever order that lies.</summary>
    public virtual bool ReadsNumberByNumber => false;

    /// <summary>Whether there is nothing to do in prediction.</summary>
    public virtual bool OnlyInTraining => false;

    /// <summary>
    /// In what forms it wants the places of maxima, to compute its gradients from those of a max pooling which alone reads its
    /// output; none if it cannot, or if nothing is gained.
    /// </summary>
    public virtual IReadOnlyList<PlaceForm> PlaceForms(Tensor input, Shape output, bool needsInputGradient, PoolWindows windows) => [];

    /// <summary>
    /// The windows of a max pooling that can read an image channel after channel, as vectors along columns leave it; null where
    /// it cannot, and for every other layer.
    /// </summary>
    public virtual PoolWindows? ColumnWindows(Shape image, Shape pooled) => null;

    /// <summary>Adds the operations that compute the output, and says where it is.</summary>
    public abstract Tensor LowerForward(ForwardContext context);

    /// <summary>Adds the operations that compute the gradients of parameters and inputs from that of the output.</summary>
    public abstract void LowerBackward(BackwardContext context);
}
