using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;

namespace DslNet.Generators.Tests.Values.Cases;

/// <summary>Rows that fill no vector, one vector, several, and more than are written out; one token, and several.</summary>
internal static class EmbeddingCases
{
    public static void AddTo(Dictionary<string, ValueCase> cases)
    {
        foreach ((int vocabulary, int length, int features) in new[] { (1, 1, 1), (7, 1, 5), (40, 1, 16), (3, 1, 17), (9, 1, 100), (27, 3, 8), (5, 4, 3), (11, 2, 49), (300, 1, 2), (6, 2, 150) })
        {
            string name = $"Embedding of {length} in {vocabulary}, {features}";
            cases.Add(name, ValueCase.Of(Batches.Few, Extent.Tokens(length, vocabulary), new Embedding(features), new Flatten(), new Dense(3)));
        }

        foreach ((int vocabulary, int length, int features, int padding) in new[] { (3, 1, 5, 0), (5, 4, 3, 4), (4, 3, 17, 2), (3, 2, 150, 1) })
        {
            string name = $"Embedding of {length} in {vocabulary}, {features}, padded with {padding}";
            cases.Add(name, ValueCase.Of(Batches.Few, Extent.Tokens(length, vocabulary), new Embedding(features, padding), new Flatten(), new Dense(3)));
        }

        cases.Add("Embedding alone", ValueCase.Of(Batches.Few, Extent.Tokens(1, 4), new Embedding(3)));
        cases.Add("Embedding of several alone", ValueCase.Of(Batches.Few, Extent.Tokens(3, 4), new Embedding(5)));
        cases.Add("Embedding that is activated", ValueCase.Of(Batches.Few, Extent.Tokens(2, 6), new Embedding(9), Activation.Tanh(), new GlobalAvgPool(), new Dense(2)));
        cases.Add("Embedding read by a convolution", ValueCase.Of(Batches.Few, Extent.Tokens(9, 6), new Embedding(5), new Conv1D(4, 3), Activation.ReLU(), new GlobalMaxPool(), new Dense(2)));
        cases.Add(
            "Embeddings of the same tokens",
            ValueCase.Of(Batches.Few, Extent.Tokens(3, 12), new Embedding(6), new Embedding(6) { Inputs = [0] }, new Multiply { Inputs = [1, 2] }, new Flatten(), new Dense(3)));
        cases.Add("Embedding of many samples", ValueCase.Of([1, 300], Extent.Tokens(2, 20), new Embedding(6), new Flatten(), new Dense(40), Activation.ReLU(), new Dense(3)));
    }
}
