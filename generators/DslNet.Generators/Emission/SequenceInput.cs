using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>How methods of a network of sequences take its frames: as values, or as tokens.</summary>
/// <param name="Port">The input.</param>
internal sealed record SequenceInput(PortSpec Port)
{
    public static SequenceInput Of(NetworkSpec network) => new(network.Inputs[0]);

    /// <summary>Whether a frame is a token.</summary>
    public bool IsOfTokens => Port.Shape.IsOfTokens;

    /// <summary>The interface of such networks.</summary>
    public string Interface => IsOfTokens ? "global::DslNet.ITokenSequenceNetwork" : "global::DslNet.ISequenceNetwork";

    /// <summary>What many frames are passed as.</summary>
    public string Type => IsOfTokens ? "global::System.ReadOnlySpan<int>" : "global::System.ReadOnlySpan<float>";

    /// <summary>What the parameter is called that takes many frames.</summary>
    public string Argument => new SampleSpan(Port, IsGradient: false).Argument;

    /// <summary>The parameter that takes one frame.</summary>
    public string Frame => IsOfTokens ? "int token" : $"{Type} frame";

    /// <summary>Its argument, and as a span.</summary>
    public (string Argument, string Span) OneFrame => IsOfTokens ? ("token", "new global::System.ReadOnlySpan<int>(in token)") : ("frame", "frame");

    /// <summary>What one frame is, for its parameter.</summary>
    public string FramePhrase => IsOfTokens ? $"The token, from 0 to {Port.Shape.Vocabulary - 1}." : $"The frame: {Port.Shape}.";

    /// <summary>What a block of frames is.</summary>
    public string BlockPhrase => IsOfTokens ? "The tokens." : "frames × input length.";

    /// <summary>The library's class that checks whole sequences.</summary>
    public string Guard => LibraryCall.Namespace + (IsOfTokens ? "TokenFrameGuard" : "SequenceGuard");

    /// <summary>That which checks frames of a stream.</summary>
    public string StreamGuard => IsOfTokens ? Guard : "Guard__";

    /// <summary>What they compare them with: how many values a frame has, or how many tokens there are.</summary>
    public string Extent => IsOfTokens ? Literal.Of(Port.Shape.Vocabulary) : "InputLength";
}
