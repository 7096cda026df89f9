using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record AvgPoolLayer
{
    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [];

    protected override Kernel Forward(PoolWindows windows, Shape image) => new AvgPoolForward(windows, Divisor(image));

    protected override Kernel Backward(PoolWindows windows, Shape image, Epilogue epilogue, bool clears) => new AvgPoolBackward(windows, Divisor(image), epilogue, clears);

    private PoolDivisor Divisor(Shape image)
    {
        (WindowAxis vertical, WindowAxis horizontal) = Axes(image);
        return PoolDivisor.Of(vertical, horizontal, CountIncludePad);
    }
}
