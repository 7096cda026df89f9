using System.Text;

namespace Fortunes;

/// <summary>Writes a text, character by character: each is drawn by its probability, sharpened by a temperature.</summary>
/// <param name="network">What has learned.</param>
/// <param name="seed">Draws the characters.</param>
/// <param name="temperature">1 draws as likely as was learned; less prefers what is likely.</param>
internal sealed class Writing(Gpt network, int seed, float temperature = 0.8f)
{
    // There are no positions for more.
    private const int Longest = 256;

    private readonly Gpt.State _state = network.CreateState();
    private readonly float[] _scores = new float[Text.Characters];
    private readonly Random _random = new(seed);

    /// <summary>A text of so many characters, which begins behind a line break.</summary>
    public string Write(int characters)
    {
        StringBuilder written = new();
        int token = Text.TokenOf('\n');
        _state.Reset();
        for (int i = 0; i < Math.Min(characters, Longest); i++)
        {
            network.Step(_state, token, _scores);
            token = Draw();
            written.Append(Text.CharacterOf(token));
        }

        return written.ToString();
    }

    private int Draw()
    {
        float most = _scores.Max(), sum = 0;
        for (int i = 0; i < _scores.Length; i++)
            sum += _scores[i] = MathF.Exp((_scores[i] - most) / temperature);
        float drawn = _random.NextSingle() * sum;
        int token = 0;
        while (token < _scores.Length - 1 && (drawn -= _scores[token]) >= 0)
            token++;
        return token;
    }
}
