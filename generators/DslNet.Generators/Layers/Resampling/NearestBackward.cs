using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Operations;
using DslNet.Generators.Simd;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Resampling;

/// <summary>The gradient of each value of one sample that was repeated: the sum of its copies' gradients, in reading order.</summary>
/// <param name="Windows">Where they are: windows over the output, one for each value.</param>
/// <param name="Epilogue">What becomes of the gradient.</param>
internal sealed record NearestBackward(PoolWindows Windows, Epilogue Epilogue) : Kernel
{
    public override IReadOnlyList<KernelParameter> Parameters => [new("dy"), Epilogue.Destination, .. Epilogue.Extra];

    public override void WriteMethods(SourceWriter writer, Target target, KernelName name)
    {
        string gradient = "";
        using (Method(writer, name, $"∂x = Σ ∂y over {Windows.Vertical.Kernel}×{Windows.Horizontal.Kernel} copies{Epilogue.Phrase}, one sample."))
        {
            Windows.Write(
                writer, target,
                before: (_, window) =>
                {
                    gradient = Windows.Declare(writer, "dy", window);
                    writer.Line("Float__ sum = Float__.Zero;");
                },
                position: position => writer.Line($"sum += {target.Load(gradient, position)};"),
                after: input => Epilogue.WriteStore(writer, target, "sum", input));
        }
    }
}
