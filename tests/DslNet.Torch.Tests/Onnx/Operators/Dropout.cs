namespace DslNet.Torch.Tests.Onnx.Operators;

/// <summary>Dropout, where it drops nothing: outside of training, or of nothing. Masks are not compared.</summary>
internal sealed class Dropout() : OnnxOperator("Dropout")
{
    protected override Counterpart OfFloats(NodeTest test)
    {
        OnnxTensor x = test.Inputs[0];
        float ratio = test.Inputs.Count > 1 ? test.Inputs[1].Floats[0] : test.Node.Float("ratio", 0.5f);
        bool isTraining = test.Inputs.Count > 2;
        return isTraining && ratio > 0
            ? Counterpart.None("drops by random numbers of another generator")
            : Counterpart.Of(FormattableString.Invariant($"[Input({x.Length / x.Shape[0]}), Dropout({ratio})]"), x.Floats);
    }
}
