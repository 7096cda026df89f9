using DslNet.Generators.Graph;
using DslNet.Generators.Simd;

namespace DslNet.Generators.Layers.Activations;

/// <summary>An activation as an expression of a vector, its derivative, and the kernels made of them where it is not fused.</summary>
internal abstract partial record ActivationLayer
{
    /// <summary>
    /// Whether the derivative is a function of the output. Then the activation is computed in place, fused with the layer
    /// before it, and only its output is saved; otherwise its input is.
    /// </summary>
    public virtual bool DerivativeFromOutput => true;

    /// <summary>Whether the program for one sample, where nothing is saved, computes it in registers behind a small dense layer.</summary>
    public virtual bool FusesInOneSample => DerivativeFromOutput;

    /// <summary>Whether it lets through about half of what comes in, so that weights before it start with twice the variance.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>
    /// Whether it is an instruction or two. Then it is applied to sums while they are in registers; a polynomial there would
    /// drive them out, and is computed in a loop of its own right after, where its constants stay in registers instead.
    /// </summary>
    public virtual bool IsShort => false;

    /// <summary>The activation of a vector.</summary>
    public abstract string Value(Target target, string input);

    /// <summary>The gradient of the input.</summary>
    /// <param name="target">For which instructions.</param>
    /// <param name="gradient">The gradient of the output.</param>
    /// <param name="saved">The output, or the input where <see cref="DerivativeFromOutput"/> is false.</param>
    public abstract string Gradient(Target target, string gradient, string saved);

    /// <summary>A method that stores the activation of vectors; null where there is none.</summary>
    public virtual StoreMethod? ValueStore => null;

    /// <summary>A method that stores the gradient of the input, given the gradient and the output; null where there is none.</summary>
    public virtual StoreMethod? GradientStore => null;

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.InterleavedInput();
        Tensor output = context.NewTensor(context.Node.Output);
        context.Add(new ElementwiseKernel(
            context.Name + "Forward", $"{context.Name}: y = {Kind}(x)", output, [new("x", input.Buffer)], new PlainStore(new("y", output.Buffer)),
            (target, inputs) => Value(target, inputs[0])));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor saved = DerivativeFromOutput ? context.Output : context.InterleavedInput();
        context.Add(new ElementwiseKernel(
            context.Name + "Backward", $"{context.Name}: ∂x = ∂y · {Kind}′", context.Output,
            [new("dy", context.OutputGradient.Buffer), new(DerivativeFromOutput ? "y" : "x", saved.Buffer)],
            context.InputGradient("dx"), (target, inputs) => Gradient(target, inputs[0], inputs[1])));
    }

    /// <summary>Turns a layer's output into the activation's, where that is.</summary>
    public static Operation ForwardInPlace(string name, ActivationLayer activation, Tensor output) =>
        new ElementwiseKernel(
            name, $"{name}: y = {activation.Kind}(x), in place", output, [new("x", output.Buffer)], new PlainStore(new("y", output.Buffer)),
            (target, inputs) => activation.Value(target, inputs[0]));

    /// <summary>Turns the gradient of a fused activation's output into that of its input, where no other kernel did on its way.</summary>
    public static Operation BackwardInPlace(string name, ActivationLayer activation, Tensor output, Tensor gradient) =>
        new ElementwiseKernel(
            name, $"{name}: ∂x = ∂y · {activation.Kind}′, in place", output,
            [new("gradient", gradient.Buffer), new("y", output.Buffer)], new PlainStore(new("dx", gradient.Buffer)),
            (target, inputs) => activation.Gradient(target, inputs[0], inputs[1]));
}
