//HintName: EmbeddingGradient.g.cs

// Embedding1: ∂w[token] += ∂y: 10 features of 3 tokens, one sample.
[Method__(Optimized)]
public static void Embedding1WeightGradient(ref int tokens, ref float dy, ref float dw)
{
	unchecked
	{
		// Tokens were checked, but they are the caller's memory, which another thread may change meanwhile.
		for (int token = 0; token < 3; token++)
		{
			ref float row = ref Place__.Add(ref dw, (int)global::System.Math.Min((uint)Place__.Add(ref tokens, token), 26u) * 16);
			ref float place = ref Place__.Add(ref dy, token * 16);
			Lanes__.Add(Lanes__.Load(ref place, 0), ref row, 0);
			Lanes__.Add(Lanes__.Load(ref place, 8), ref row, 8);
		}
	}
}
