using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Cast: of constants it is computed; of floats to floats it changes nothing.</summary>
internal sealed class CastOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        var type = (OnnxType)use.Integer("to", 0);
        return input with { Type = type, Constant = Convert(input.Constant, type) };
    }

    public override void Translate(NodeUse use, Writing.LayerList layers) => throw use.Refuse(
        $"it converts samples from {use.Input(0).Type.Shown()} to {use.Result.Type.Shown()}", "Only networks of floats are imported");

    private static Constant? Convert(Constant? constant, OnnxType type) => constant switch
    {
        FloatConstant floats when type == OnnxType.Float => floats,
        FloatConstant floats when type == OnnxType.Bool => new IntegerConstant(floats.Shape, [.. floats.Values.Select(value => (Extent)(value != 0 ? 1 : 0))]),
        FloatConstant floats when type is OnnxType.Int32 or OnnxType.Int64 && floats.Values.All(value => Math.Abs(value) <= int.MaxValue) =>
            new IntegerConstant(floats.Shape, [.. floats.Values.Select(value => (Extent)(long)value)]),
        IntegerConstant integers when type == OnnxType.Int64 => integers,
        IntegerConstant integers when type == OnnxType.Int32 && integers.Values.All(value => value.Factor is >= int.MinValue and <= int.MaxValue) => integers,
        IntegerConstant integers when type == OnnxType.Bool => new IntegerConstant(integers.Shape, [.. integers.Values.Select(value => (Extent)(value.Factor != 0 ? 1 : 0))]),
        IntegerConstant { Numbers: { } numbers } when type == OnnxType.Float => new FloatConstant(constant.Shape, [.. numbers.Select(number => (float)number)]),
        _ => null,
    };
}
