package firefox

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"

	"github.com/coder/websocket"
)

// maxMessage bounds what one message may hold: a screenshot is one.
const maxMessage = 64 << 20

// A Session is a connection to a browser. Its methods may be called from several
// goroutines.
type Session struct {
	conn *websocket.Conn
	stop context.CancelFunc

	mu      sync.Mutex
	last    int
	pending map[int]chan reply
	gone    error
}

// A command goes to the browser.
type command struct {
	ID     int    `json:"id"`
	Method string `json:"method"`
	Params any    `json:"params"`
}

// A reply is what comes back: the result of a command, or its error.
type reply struct {
	Type    string          `json:"type"`
	ID      int             `json:"id"`
	Result  json.RawMessage `json:"result"`
	Error   string          `json:"error"`
	Message string          `json:"message"`
}

// none are the parameters of a command that takes none.
type none struct{}

func connect(ctx context.Context, address string) (*Session, error) {
	conn, _, err := websocket.Dial(ctx, address, nil)
	if err != nil {
		return nil, err
	}
	conn.SetReadLimit(maxMessage)
	ctx, stop := context.WithCancel(ctx)
	s := &Session{conn: conn, stop: stop, pending: map[int]chan reply{}}
	go s.receive(ctx)
	type capabilities struct {
		Capabilities none `json:"capabilities"`
	}
	return s, s.Do(ctx, "session.new", capabilities{}, nil)
}

func (s *Session) close() {
	s.stop()
	_ = s.conn.CloseNow()
}

// Do sends a command and decodes its result into result, unless that is nil.
func (s *Session) Do(ctx context.Context, method string, params, result any) error {
	id, answer, err := s.expect()
	if err != nil {
		return err
	}
	body, err := json.Marshal(command{id, method, params})
	if err != nil {
		return err
	}
	if err := s.conn.Write(ctx, websocket.MessageText, body); err != nil {
		return err
	}
	select {
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	case r, ok := <-answer:
		switch {
		case !ok:
			return fmt.Errorf("%s: the browser is gone: %w", method, s.gone)
		case r.Type == "error":
			return fmt.Errorf("%s: %s: %s", method, r.Error, r.Message)
		case result == nil:
			return nil
		}
		return json.Unmarshal(r.Result, result)
	}
}

func (s *Session) expect() (id int, answer chan reply, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gone != nil {
		return 0, nil, s.gone
	}
	s.last++
	answer = make(chan reply, 1)
	s.pending[s.last] = answer
	return s.last, answer, nil
}

func (s *Session) receive(ctx context.Context) {
	for {
		_, body, err := s.conn.Read(ctx)
		if err != nil {
			s.end(err)
			return
		}
		var r reply
		if err := json.Unmarshal(body, &r); err != nil {
			s.end(err)
			return
		}
		s.deliver(r)
	}
}

func (s *Session) deliver(r reply) {
	s.mu.Lock()
	answer := s.pending[r.ID]
	delete(s.pending, r.ID)
	s.mu.Unlock()
	if answer != nil {
		answer <- r
	}
}

// end fails every command under way and all later ones.
func (s *Session) end(cause error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gone = cause
	for id, answer := range s.pending {
		close(answer)
		delete(s.pending, id)
	}
}
