namespace Lecture;

/// <summary>The parts of the lecture in their order: each needs nothing but what was told before.</summary>
internal static class Contents
{
    public static IReadOnlyList<(string Title, Action<Page> Tell)> Parts { get; } =
    [
        ("A line through points", Part01Line.Tell),
        ("One neuron", Part02Neuron.Tell),
        ("A sum of two neurons", Part03TwoNeurons.Tell),
        ("More inputs", Part04MoreInputs.Tell),
        ("Networks", Part05Networks.Tell),
        ("A network can follow any curve", Part06Approximation.Tell),
        ("How wrong is a prediction?", Part07Errors.Tell),
        ("Learning is walking downhill", Part08Descent.Tell),
        ("An image is a matrix of numbers", Part09Image.Tell),
        ("Matching a pattern", Part10Pattern.Tell),
        ("A convolution layer", Part11Convolution.Tell),
        ("Max pooling", Part12Pooling.Tell),
        ("A network that learns patterns", Part13Learning.Tell),
    ];
}
