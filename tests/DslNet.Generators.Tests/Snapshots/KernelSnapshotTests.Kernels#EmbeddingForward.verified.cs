//HintName: EmbeddingForward.g.cs

// Embedding1: y = w[token]: 10 features of 3 tokens, one sample.
[Method__(OfOneSample)]
public static void Embedding1Forward(ref int tokens, ref float w, ref float y)
{
	unchecked
	{
		// Tokens were checked, but they are the caller's memory, which another thread may change meanwhile.
		for (int token = 0; token < 3; token++)
		{
			ref float row = ref Place__.Add(ref w, (int)global::System.Math.Min((uint)Place__.Add(ref tokens, token), 26u) * 16);
			ref float place = ref Place__.Add(ref y, token * 16);
			Lanes__.Store(Lanes__.Load(ref row, 0), ref place, 0);
			Lanes__.Store(Lanes__.Load(ref row, 8), ref place, 8);
		}
	}
}
