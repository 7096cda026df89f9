namespace DslNet.Data;

/// <summary>Loads networks with their recipes.</summary>
public static class TableModel
{
    /// <summary>The entry of the metadata with the recipe.</summary>
    internal const string RecipeKey = "dslnet.recipe";

    /// <summary>Loads a network and its recipe from one file, as <see cref="TableModel{TNetwork}.Save"/> wrote it.</summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is broken, has no recipe, or does not fit the network; the message says what to do.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <example><code>
    /// TableModel&lt;PriceNet&gt; model = TableModel.Load&lt;PriceNet&gt;("prices.safetensors");
    /// double price = model.Predict(new Row { ["make"] = "Volvo", ["age"] = 3.5 }).Number;
    /// </code></example>
    public static TableModel<TNetwork> Load<TNetwork>(string path) where TNetwork : INetwork<TNetwork>
    {
        // One stream for both, so that they are of one file if another takes its place meanwhile.
        using FileStream stream = File.Open(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        IReadOnlyDictionary<string, string> metadata = NetworkFiles.ReadMetadata(stream, path);
        if (!metadata.TryGetValue(RecipeKey, out string? json))
            throw new InvalidDataException($"{path} has weights, but no recipe. Save it by TableModel.Save, or load the weights alone by Network.Load.");
        stream.Position = 0;
        TNetwork network = Network.Load<TNetwork>(stream, name: path);
        try
        {
            return new TableModel<TNetwork>(network, FittedRecipe.FromJson(json));
        }
        catch (InvalidDataException exception)
        {
            throw new InvalidDataException($"{path}: {exception.Message}", exception);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"{path}: its recipe does not fit. {exception.Message}", exception);
        }
    }
}
