using DslNet.Generators.Layers.Pooling;
using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.GlobalPooling;

/// <summary>The largest value of each channel of a signal or an image: a max pooling of one window.</summary>
internal sealed record GlobalMaxPoolLayer : PoolLayer
{
    public override string Kind => "GlobalMaxPool";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => GlobalShape.Infer(inputs[0], problems);

    public override PoolWindows Windows(Shape image, Layout input, Layout output) =>
        new(ForwardAxis.Whole(image.Positions / image.RowLength), ForwardAxis.Whole(image.RowLength), input, output);

    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [new("x", input.Buffer), new("y", output.Buffer)];

    protected override Kernel Forward(PoolWindows windows, Shape image) => new MaxPoolForward(windows);

    protected override Kernel Backward(PoolWindows windows, Shape image, Epilogue epilogue, bool clears) => new MaxPoolBackward(windows, epilogue, clears);
}
