using DslNet;

namespace Fixable;

[Network, Input(2), Dense(1)]
public sealed class NotPartial; // DSLN0001

public static class Outer // DSLN0003
{
    [Network, Input(2), Dense(1)]
    public sealed partial class Inner;
}

[Input(2), Dense(1)] // DSLN0008
public sealed partial class NoNetwork;

[Network]
[Input(1, 28, 28)]
[Conv2D(6, 5), ReLU, MaxPool2D(2)]
[Dense(10)] // DSLN0100
[SoftmaxCrossEntropy]
public sealed partial class NoFlatten;

[Network]
[Input(4), Dense(3, Inputs = 5)] // DSLN0102
[Output(2)] // DSLN0103
public sealed partial class OtherNumbers;

[Network]
[Input(1, 4, 4)]
[Conv2D(2, 5)] // DSLN0106
[Flatten, Dense(2), Flatten] // DSLN0152
public sealed partial class LargeKernel;

[Network]
[Input(1, 7, 7), MaxPool2D(2), Flatten]
[Dense(3), Softmax] // DSLN0150
[SoftmaxCrossEntropy]
public sealed partial class TwiceSoftmax;

[Network]
[Input(4)]
[Dense(4, Name = "Stem"), ReLU]
[Dense(4), Add("Steam")] // DSLN0012
public sealed partial class Misspelt;

[Network]
[Input(4), Dense(4)]
public sealed partial class OwnConstructor
{
    public OwnConstructor(int seed) // DSLN0154
    {
    }
}
