using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pooling;

internal sealed partial record AvgPool2DLayer
{
    protected override IEnumerable<Operand> SavedOperands(Tensor input, Tensor output) => [];

    protected override Kernel Forward(PoolWindows windows) => new AvgPoolForward(windows);

    protected override Kernel Backward(PoolWindows windows, Epilogue epilogue, bool clears) => new AvgPoolBackward(windows, epilogue, clears);
}
