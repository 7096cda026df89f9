using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using static DslNet.Generators.Tests.Values.Cases.Batches;
using static DslNet.Generators.Tests.Values.ValueCase;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>MaxPool1D and MaxPool2D, alone and behind convolutions, to which it hands its gradient.</summary>
internal static class MaxPoolCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        PoolingCases.Add(cases, "MaxPool2D", (height, width, stride, padding, ceil) => new MaxPool2D(height, width, stride, padding, ceil));
        PoolingCases.AddSignals(cases, "MaxPool1D", (kernel, stride, padding, ceil) => new MaxPool1D(kernel, stride, padding, ceil));

        // Channels-first images are read by windows that reach over no border.
        cases.Add("MaxPool2D of columns, rounded up", OnTheWayIn(Few, Extent.Image(3, 6, 26), new Conv2D(8, 2, 3), Activation.ReLU(), new MaxPool2D(2, 2, ceil: true)));
        cases.Add("MaxPool2D of columns, rounded up to what they are", OnTheWayIn(Few, Extent.Image(3, 5, 26), new Conv2D(8, 2, 3), Activation.ReLU(), new MaxPool2D(2, 2, ceil: true)));
        cases.Add("MaxPool2D after ReLU", Of(Few, Extent.Image(2, 8, 8), new Conv2D(9, 3, 3), Activation.ReLU(), new MaxPool2D(3, 3, stride: 2, padding: 1), new Conv2D(2, 2, 2)));

        // More than 48 outputs are rounded up to 16: none of what lies beside those that exist may be left as it was.
        cases.Add("50 outputs behind a pooling", Of(Few, Extent.Image(1, 8, 8), new Conv2D(16, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(50)));

        // What the pooling makes zero is left out: few and many filters and channels, strides, gaps, activations, other readers.
        cases.Add("MaxPool2D routes, 1 channel", Of(Many, Extent.Image(1, 9, 11), new Conv2D(7, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D routes, 3 channels", Of([1, 3, 130], Extent.Image(3, 10, 9), new Conv2D(5, 4, 3), Activation.Tanh(), new MaxPool2D(2, 3), new Conv2D(9, 2, 1), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, 17 and 33 channels", Of([1, 5], Extent.Image(2, 13, 13), new Conv2D(17, 2, 2), new MaxPool2D(2, 2), new Conv2D(33, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, five rows of a kernel", Of([1, 3, 130], Extent.Image(1, 14, 14), new Conv2D(6, 3, 3), Activation.ReLU(), new Conv2D(5, 5, 5), Activation.ReLU(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, 50 channels", Of([1, 3], Extent.Image(1, 10, 10), new Conv2D(50, 2, 2, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(3, 3), new Conv2D(60, 2, 2), Activation.Sigmoid(), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D routes, stride 2", Of(Few, Extent.Image(2, 19, 23), new Conv2D(6, 5, 3, stride: 2), Activation.ReLU(), new MaxPool2D(2, 2, stride: 3), new Conv2D(3, 1, 2), new MaxPool2D(2, 1)));
        cases.Add("MaxPool2D routes, wide kernel", Of(Few, Extent.Image(9, 4, 40), new Conv2D(4, 1, 17), Activation.ReLU(), new MaxPool2D(2, 4), new Conv2D(2, 2, 3), new MaxPool2D(1, 2)));
        cases.Add("MaxPool2D after an activation that others read", Of(Few, Extent.Image(1, 8, 8), new Conv2D(4, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new AvgPool2D(2, 2) { Inputs = [2] }, new Concat { Inputs = [3, 4] }));
        cases.Add("MaxPool2D along columns, a column left over", Of(Few, Extent.Image(2, 12, 35), new Conv2D(4, 3, 3), Activation.Tanh(), new MaxPool2D(2, 2), new Conv2D(3, 1, 1)));
        cases.Add("MaxPool2D along columns, a row left over", Of(Many, Extent.Image(1, 6, 19), new Conv2D(7, 2, 4, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D along columns, at the end", Of(Few, Extent.Image(3, 5, 26), new Conv2D(8, 2, 3), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D after AvgPool2D", Of(Few, Extent.Image(2, 9, 9), new AvgPool2D(3, 3, stride: 2), new MaxPool2D(2, 2)));
        AddColumns(cases);
    }

    /// <summary>Behind a convolution along columns of the caller's image, whose pooling training may compute in another way than prediction would.</summary>
    private static void AddColumns(Dictionary<string, ValueCase> cases)
    {
        cases.Add("MaxPool2D along columns of the caller's image, a column left over", OnTheWayIn(
            Few, Extent.Image(2, 12, 35), new Conv2D(4, 3, 3), Activation.Tanh(), new MaxPool2D(2, 2), new Conv2D(3, 1, 1)));
        cases.Add("MaxPool2D along columns of the caller's image, a row left over", OnTheWayIn(
            Many, Extent.Image(1, 6, 19), new Conv2D(7, 2, 4, bias: false), Activation.LeakyReLU(0.1f), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D along columns of the caller's image, at the end", OnTheWayIn(Few, Extent.Image(3, 5, 26), new Conv2D(8, 2, 3), new MaxPool2D(2, 2)));
        cases.Add("MaxPool2D of columns with all of its gradients", OnTheWayIn(
            Few, Extent.Image(1, 10, 26), new Conv2D(8, 3, 3), Activation.ReLU(), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
        cases.Add("MaxPool2D of columns with all of its gradients, one tap", OnTheWayIn(
            Few, Extent.Image(3, 4, 32), new Conv2D(6, 1, 1), new MaxPool2D(2, 2), new Flatten(), new Dense(3)));
    }
}
