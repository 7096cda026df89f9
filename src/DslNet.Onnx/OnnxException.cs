namespace DslNet.Onnx;

/// <summary>An ONNX file that is damaged, or that is no network of DslNet. The message says what is wrong and what to do.</summary>
public sealed class OnnxException : Exception
{
    /// <summary>Creates an exception with one problem.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public OnnxException(string message) : this([message]) { }

    /// <summary>Creates an exception with several problems.</summary>
    /// <param name="problems">What is wrong, and what to do: one text each.</param>
    public OnnxException(IReadOnlyList<string> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>What is wrong, and what to do: one text each.</summary>
    public IReadOnlyList<string> Problems { get; }
}
