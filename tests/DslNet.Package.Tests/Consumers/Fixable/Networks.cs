using DslNet;

namespace Fixable;

[Network, Input(2), Dense(1)]
public sealed class NotPartial;

public static class Outer
{
    [Network, Input(2), Dense(1)]
    public sealed partial class Inner;
}

[Input(2), Dense(1)]
public sealed partial class NoNetwork;

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class NoFlatten;

[Network]
[Input(4), Dense(3, Inputs = 5)]
[Output(2)]
public sealed partial class OtherNumbers;

[Network]
[Input(1, 4, 4)]
[Conv2D(2, 5)]
[Flatten, Dense(2), Flatten]
public sealed partial class LargeKernel;

[Network]
[Input(1, 7, 7), MaxPool2D(2), Flatten]
[Dense(3)]
[Softmax]
[SoftmaxCrossEntropy]
public sealed partial class TwiceSoftmax;
