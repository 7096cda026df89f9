using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The functions of one's own that networks are drawn with, of libtorch's operations.</summary>
internal sealed class Activation : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor x = call.Input;
        // How weights start is not to be seen here.
        _ = call.Arguments.Boolean("IsRectifier");
        Assert.Equal("Own", call.Arguments.String("Type"));
        return call.Arguments.String("Method") switch
        {
            "Snake" => x + x.sin().square(),
            "Mish" => nn.functional.mish(x),
            "PiecewiseLinear" => Bent(x, Line(call)),
            "Bump" => where(x.abs() < MathF.PI, 0.5 + 0.5 * x.cos(), zeros_like(x)),
            string method => throw new NotSupportedException($"{method} has no translation yet. Add it here."),
        };
    }

    public override Tensor? DistanceToKink(LayerCall call) => call.Arguments.String("Method") switch
    {
        "PiecewiseLinear" => minimum(call.Input.abs(), (call.Input - Line(call).End).abs()),
        "Bump" => (call.Input.abs() - MathF.PI).abs(),
        _ => null,
    };

    private static Tensor Bent(Tensor x, (float Slope, float End) line) => where(x < 0, line.Slope * x, where(x > line.End, line.End + line.Slope * (x - line.End), x));

    private static (float Slope, float End) Line(LayerCall call) => ((float)call.Arguments.Double("Argument1"), (float)call.Arguments.Double("Argument2"));
}
