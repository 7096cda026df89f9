//HintName: RotaryTurn.g.cs

// CausalAttention1: Turns queries and keys by their positions: 1 head of 16 values, 12 frames.
[Method__(OfOneSample)]
public static void CausalAttention1Turn(ref float counts, ref float angles, ref float x, int count)
{
	unchecked
	{
		for (int t = 0; t < count; t++)
		{
			UInt__ position = Vector__.Create((uint)(Place__.Read(ref counts, t * 8) - 1));
			{
				Float__ angle = Vector__.ConvertToSingle(Vector__.AsInt32(position * Vector__.Create(
					683565276u, 216162320u, 68356528u, 21616232u, 6835653u, 2161623u, 683565u, 216162u))) * Lanes__.Fill(1.46291812E-09f);
				Lanes__.Store(Math__.Cos(angle), ref angles, 0);
				Lanes__.Store(Math__.Sin(angle), ref angles, 8);
			}
			for (int head = 0; head < 2; head++)
			{
				ref float one = ref Place__.Add(ref x, t * 48 + head * 16);
				ref float other = ref Place__.Add(ref one, 8);
				for (int i = 0; i < 8; i += 8)
				{
					Float__ a = Lanes__.Load(ref one, i), b = Lanes__.Load(ref other, i), cos = Lanes__.Load(ref angles, i),
						sin = Lanes__.Load(ref angles, i + 8);
					Lanes__.Store((a * cos - b * sin), ref one, i);
					Lanes__.Store((b * cos + a * sin), ref other, i);
				}
			}
		}
	}
}
